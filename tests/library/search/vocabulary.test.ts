// The words of the library: what they begin, what they hold, and what a slip may have been meant for.
import { expect, test } from 'vitest';
import { slipsBetween } from '#library/search/near-words.ts';
import { vocabularyOf } from '#library/search/vocabulary.ts';
import { vocabularyBuild } from '#library/search/vocabulary-build.ts';
import { vocabularyWatch } from '#library/search/vocabulary-watch.ts';
import type { WriteDb } from '#library/storage/database.ts';
import { makeSearchable } from './searchable.ts';

function build(db: WriteDb): void {
  const steps = vocabularyBuild(db);
  while (!steps.step());
}

test('counts the articles of each word, in any script', async () => {
  const { context } = await makeSearchable({
    One: 'lighthouse keeper 图书馆 𐐷𐐲 ﬀﾊ',
    Two: 'lighthouse lighthouse',
  });
  build(context.db);
  const { count } = vocabularyOf(context.db);
  expect([count('lighthouse'), count('keeper'), count('图'), count('𐐷𐐲'), count('one')]).toEqual([
    2, 1, 1, 1, 1,
  ]);
  expect([count('light'), count('zebra'), count(''), count('￿')]).toEqual([0, 0, 0, 0]);
});

test('completes the beginning of many words by the most frequent, and leaves few to the index', async () => {
  const many = Array.from({ length: 5000 }, (_, i) => `pre${i.toString(36)}x`);
  const { context } = await makeSearchable({
    Many: many.join(' '),
    Few: 'present prefix lantern',
    More: 'present lantern lanterns',
    Most: 'present',
  });
  build(context.db);
  const vocabulary = vocabularyOf(context.db);
  const completions = vocabulary.completions('pre');
  expect(completions).toHaveLength(16);
  expect(completions?.[0]).toBe('present');
  expect(vocabulary.completions('lantern')).toBe(null);
  expect(vocabulary.completions('zzz')).toBe(null);
  expect(vocabulary.completions('')?.[0]).toBe('present');
  expect(vocabulary.containing('antern')).toEqual(['lantern', 'lanterns']);
  expect(vocabulary.containing('qqq')).toEqual([]);
});

test('knows what a slip may have been', async () => {
  const { context } = await makeSearchable({
    One: 'lighthouse quantum receive house horse',
    Two: 'lighthouse quantum receive house horse',
    Three: 'lighthouse lighthose marzipan',
  });
  build(context.db);
  const near = (word: string) =>
    vocabularyOf(context.db)
      .near(word)
      .map((one) => one.word);
  expect(near('lihgthouse')).toEqual(['lighthouse']);
  expect(near('lighthose')).toEqual(['lighthouse']);
  expect(near('qantom')).toEqual(['quantum']);
  expect(near('recieve')).toEqual(['receive']);
  expect(near('houze')).toEqual(['house']);
  // What stands in one article only may be a slip itself; and a word is not its own correction.
  expect(near('lighthouse')).toEqual([]);
  expect(near('marzpian')).toEqual(['marzipan']);
  expect(near('zzzzzz')).toEqual([]);
  expect(near('ho')).toEqual([]);
});

test('counts slips as people make them', () => {
  const slips = (a: string, b: string) => slipsBetween(a, b, 2);
  expect([
    slips('abc', 'abc'),
    slips('abc', 'acb'),
    slips('abc', 'ab'),
    slips('abc', 'abxc'),
  ]).toEqual([0, 1, 1, 1]);
  expect([slips('abcd', 'badc'), slips('abcd', 'axcy'), slips('', 'ab')]).toEqual([2, 2, 2]);
  expect(slips('abcdef', 'uvwxyz')).toBeGreaterThan(2);
});

test('is made anew when enough has changed, and serves as it was until then', async () => {
  const others = Array.from({ length: 40 }, (_, at) => [`Other ${at}`, 'sea']);
  // Of a library that is no larger, one change is enough: a word of the newest article is looked for first.
  const { context } = await makeSearchable({ ...Object.fromEntries(others), One: 'lighthouse' });
  const { db } = context;
  const isDue = () => vocabularyWatch(db, () => 0).isDue();
  expect(isDue()).toBe(true);
  build(db);
  expect(isDue()).toBe(false);
  const before = vocabularyOf(db);
  expect(vocabularyOf(db)).toBe(before);
  expect(before.count('lighthouse')).toBe(1);
  const [hit] = (await context.client['search.run']({ text: 'lighthouse' })).hits;
  const uid = hit?.article.uid as never;
  await context.client['notes.save']({
    uid,
    markdown: 'A note on beacons.',
  });
  expect(isDue()).toBe(true);
  const steps = vocabularyBuild(db);
  expect(vocabularyOf(db).count('beacons')).toBe(0);
  while (!steps.step());
  expect(vocabularyOf(db).count('beacons')).toBe(1);
});

test('of a large library is not made anew while articles come in, until half of it is new', async () => {
  const { context } = await makeSearchable({ One: 'lighthouse' });
  const { db } = context;
  build(db);
  // Articles as the library counts them, without thousands of them.
  const count = (articles: number, changes: number) => {
    db.prepare('UPDATE list_count SET everything = ?').run(articles);
    db.prepare('UPDATE index_state SET changes = ?').run(changes);
  };
  let now = 0;
  const watch = vocabularyWatch(db, () => now);
  const lookAfter = (ms: number, articles: number, changes: number) => {
    count(articles, changes);
    now += ms;
    return watch.isDue();
  };
  expect(lookAfter(0, 3000, 0)).toBe(false);
  expect(lookAfter(3000, 3400, 400)).toBe(false);
  expect(lookAfter(3000, 3800, 800)).toBe(false);
  expect(lookAfter(3000, 3800, 800)).toBe(true);
  // Of a change long after the last look nobody knows that others follow.
  expect(lookAfter(60_000, 4200, 1200)).toBe(true);
  expect(lookAfter(3000, 5800, 2800)).toBe(false);
  expect(lookAfter(3000, 6200, 3200)).toBe(true);

  // Of a small one all of it takes no longer than a clip.
  expect(lookAfter(3000, 900, 1)).toBe(true);
  expect(lookAfter(3000, 901, 2)).toBe(true);
});
