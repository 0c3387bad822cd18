// Tables of trees are read as they are written; and those of the library ask for features that exist.
import { describe, expect, it } from 'vitest';
import { blocksOf } from '#library/clip/page/blocks.ts';
import { buildTree } from '#library/clip/page/build-tree.ts';
import { contextOf } from '#library/clip/page/furniture-rules.ts';
import { featuresOf } from '#library/clip/page/judge/features.ts';
import { readForest } from '#library/clip/page/judge/forest.ts';
import { FURNITURE } from '#library/clip/page/judge/furniture-table.ts';
import { OVERLOOKED } from '#library/clip/page/judge/overlooked-table.ts';
import { tellRulings } from '#library/clip/page/judge/rulings.ts';
import { boost, type Example } from '../../../../fitting/boost.ts';
import { tableOf } from '../../../../fitting/table.ts';
import { article } from '../../../../support/read.ts';

describe('a forest', () => {
  it('goes low where a feature is at most the cut, and adds up its trees', () => {
    const forest = readForest({
      features: 'words links',
      trees: '0<10 1<0.5 =-1 =-2 1<0.5 =3 =4\n1<0.9 =0.25 =0.5',
    });
    expect(forest.score({ words: 10, links: 0 })).toBe(-0.75);
    expect(forest.score({ words: 10, links: 0.6 })).toBe(-1.75);
    expect(forest.score({ words: 11, links: 0.5 })).toBe(3.25);
    expect(forest.score({ words: 11, links: 1 })).toBe(4.5);
  });

  it('reads trees that are deep on one side', () => {
    const forest = readForest({ features: 'a', trees: '0<1 0<-1 =1 0<0 =2 =3 =4' });
    expect([-2, -0.5, 0.5, 2].map((a) => forest.score({ a }))).toEqual([1, 2, 3, 4]);
  });

  it('takes what is not known for nothing', () => {
    expect(readForest({ features: 'a', trees: '0<0 =1 =2' }).score({})).toBe(1);
  });

  it('says after writing and reading what was learned', () => {
    // Inside a square, which no single question tells.
    const examples: Example[] = Array.from({ length: 400 }, (_, at) => {
      const row = [(at % 20) / 20, Math.floor(at / 20) / 20];
      const isIn = row.every((value) => value > 0.3 && value < 0.7);
      return { row, label: isIn ? 1 : 0, weight: 1 };
    });
    const { trees } = boost(examples, {
      trees: 40,
      depth: 4,
      rate: 0.3,
      leaf: 1,
      ridge: 1,
      sample: 1,
      columns: 1,
      seed: 1,
    });
    const source = tableOf('furniture', ['x', 'y'], trees);
    const [, features = '', lines = ''] =
      /features: `([^`]*)`,\s*trees: `([^`]*)`/.exec(source) ?? [];
    const forest = readForest({ features, trees: lines });
    const wrong = examples.filter(
      ({ row: [x = 0, y = 0], label }) => forest.score({ x, y }) > 0 !== (label === 1),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the tables of the library', () => {
  const blocks = blocksOf(buildTree(article('<h2>Waiting</h2><ul><li>One</li></ul>')));
  const known = { title: 'Herons', author: null, description: null };
  const found = featuresOf(
    blocks,
    blocks.map(() => false),
    known,
  )(1);

  it('ask for features that a block has', () => {
    const own = new Set(Object.keys(found));
    const asked = OVERLOOKED.features.trim().split(/\s+/);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !own.has(name))).toEqual([]);
  });

  it('and for what the rules say', () => {
    const heard = { ...found };
    tellRulings(heard, blocks[1] as (typeof blocks)[0], 1, contextOf(blocks, known), undefined);
    const own = new Set(Object.keys(heard));
    const asked = FURNITURE.features.trim().split(/\s+/);
    expect(asked.some((name) => name.startsWith('ruled-'))).toBe(true);
    expect(asked.filter((name) => !own.has(name))).toEqual([]);
  });
});
