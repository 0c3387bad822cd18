// Where a collection goes in its tree, by keys and by being let go over another.
import { describe, expect, it } from 'vitest';
import type { Collection, CollectionUid } from '#contract/types/collection.ts';
import {
  type Branch,
  branchesOf,
  lineOf,
  neighbourOf,
  pathOf,
  spotOf,
  spotOver,
} from '../../renderer/features/collections/collection-tree.ts';

const uid = (name: string) => name as CollectionUid;
const one = (name: string, parent: string | null = null): Collection => ({
  uid: uid(name),
  name: name.toUpperCase(),
  parent: parent === null ? null : uid(parent),
  articleCount: 0,
});
// a(b, c(d)), e
const tree = [one('a'), one('b', 'a'), one('c', 'a'), one('d', 'c'), one('e')];

describe('the tree', () => {
  it('is what the list says', () => {
    const written = (branches: readonly Branch[]): string =>
      branches.map(({ uid: name, branches: of }) => `${name}(${written(of)})`).join('');
    expect(written(branchesOf(tree))).toBe('a(b()c(d()))e()');
    expect(pathOf(tree, uid('d'))).toBe('A/C/D');
    expect(lineOf(tree, uid('gone'))).toEqual([]);
  });

  it('leads by keys where there is somewhere to go', () => {
    const leads = ['a', 'b', 'c', 'd', 'e'].map((name) =>
      (['up', 'down', 'in', 'out'] as const).map((move) => {
        const spot = spotOf(tree, uid(name), move);
        return spot && `${spot.parent ?? ''}${spot.to}`;
      }),
    );
    expect(leads).toEqual([
      [null, '1', null, null],
      [null, 'a1', null, '1'],
      ['a0', null, 'b0', '1'],
      [null, null, null, 'a2'],
      ['0', null, 'a2', null],
    ]);
  });

  it('takes what is let go before, in and after a line, but not in itself', () => {
    const over = (name: string, on: string) =>
      (['before', 'into', 'after'] as const).map((where) => {
        const spot = spotOver(tree, uid(name), uid(on), where);
        return spot && `${spot.parent ?? ''}${spot.to}`;
      });
    expect(over('e', 'b')).toEqual(['a0', 'b0', 'a1']);
    expect(over('b', 'c')).toEqual(['a0', 'c1', 'a1']);
    expect(over('e', 'a')).toEqual(['0', 'a2', '1']);
    expect(over('d', 'e')).toEqual(['1', 'e0', '2']);
    for (const on of ['a', 'b', 'c', 'd']) expect(over('a', on)).toEqual([null, null, null]);
  });

  it('knows what is beside one that goes', () => {
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => neighbourOf(tree, uid(name)))).toEqual([
      'e',
      'c',
      'b',
      'c',
      'a',
    ]);
    expect(neighbourOf([one('a')], uid('a'))).toBeNull();
  });
});
