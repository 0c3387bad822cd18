// The first answer is bounded, and says what it left out; the exact one ranks and counts everything.
import { expect, test } from 'vitest';
import { compileQuery } from '#library/search/compile-query.ts';
import { findExact } from '#library/search/exact-matches.ts';
import { findFirst } from '#library/search/first-matches.ts';
import { matchClause } from '#library/search/match-clause.ts';
import { parseQuery } from '#library/search/parse-query.ts';
import { FEW, rankEvery, rankFew, rankNewest } from '#library/search/rank-newest.ts';
import type { Vocabulary } from '#library/search/vocabulary.ts';
import type { WriteDb } from '#library/storage/database.ts';
import { makeSearchable } from './searchable.ts';

/** Of a library in which every word is as frequent as “the”. */
const allCommon: Vocabulary = {
  completions: () => null,
  beginningWith: () => [],
  countStarting: () => 1e6,
  containing: () => [],
  count: () => 1e6,
  near: () => [],
};
const moment = { now: 0, timeZone: 'UTC' };

function ask(
  db: WriteDb,
  text: string,
  find = findFirst,
  elapsed = () => 0,
  words: Vocabulary = allCommon,
) {
  const query = compileQuery(parseQuery(text), { words, moment });
  const { best, ...found } = find(db, query, words, { limit: 20, elapsed });
  const titleOf = db.prepare<[number], string>('SELECT title FROM article WHERE id = ?').pluck();
  return { ...found, titles: best.map(({ id }) => titleOf.get(id)) };
}

const library = () =>
  makeSearchable({
    Oldest: { text: 'one of the many', tags: ['rare'] },
    'Of the sea': 'waves',
    Middle: { text: 'one of the few', tags: ['rare', 'other'] },
    Newest: 'one of the many, and of the few',
  });

test('what is costly to rank comes in order of saving, with what has it in its title first', async () => {
  const { context } = await library();
  expect(ask(context.db, '"of the"')).toEqual({
    titles: ['Of the sea', 'Newest', 'Middle', 'Oldest'],
    total: 4,
    totalIsExact: true,
    rankedAll: false,
    isPartial: false,
  });
  expect(ask(context.db, '"of the" -waves').titles).toEqual(['Newest', 'Middle', 'Oldest']);
  expect(ask(context.db, 'text:"of the"').titles).toEqual(['Newest', 'Middle', 'Oldest']);
});

test('of a beginning that is costly to rank, titles with any word that begins so are first, up to a bound', async () => {
  const { context } = await makeSearchable({
    'In the harbour': 'waves',
    Old: 'hard',
    New: 'hard',
  });
  const find = (text: string, begun: number) => {
    const words = { ...allCommon, completions: () => ['hard'], countStarting: () => begun };
    return ask(context.db, text, findFirst, () => 0, words).titles;
  };
  expect(find('har*', 100_000)).toEqual(['In the harbour', 'New', 'Old']);
  expect(find('har*', 1_000_000)).toEqual(['New', 'Old']);
});

test('filters that few articles pass are looked up first, others as long as there is time', async () => {
  const { context } = await library();
  const { db } = context;
  expect(ask(db, 'one tag:rare')).toMatchObject({
    titles: ['Middle', 'Oldest'],
    totalIsExact: true,
  });
  expect(ask(db, 'one tag:rare tag:other').titles).toEqual(['Middle']);
  expect(ask(db, 'one tag:rare -tag:other').titles).toEqual(['Oldest']);
  expect(ask(db, 'one words:<100')).toMatchObject({ total: 3, totalIsExact: true });
  expect(ask(db, 'one words:>100')).toMatchObject({ total: 0, totalIsExact: true });
  expect(ask(db, 'tag:rare sort:oldest').titles).toEqual(['Oldest', 'Middle']);
});

test('the exact answer ranks all, and says where it was cut off', async () => {
  const { context } = await makeSearchable(
    Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`t${i}`, `all word${i % 17}`])),
  );
  const { db } = context;
  expect(ask(db, 'all', findExact)).toMatchObject({
    total: 2500,
    totalIsExact: true,
    isPartial: false,
  });
  expect(ask(db, 'all sort:oldest', findExact).titles.slice(0, 2)).toEqual(['t0', 't1']);
  const cut = ask(db, 'all', findExact, () => 5000);
  expect(cut).toMatchObject({
    total: 100,
    totalIsExact: false,
    rankedAll: false,
    isPartial: true,
  });
  expect(cut.titles).toHaveLength(20);

  // What cannot be ranked in time comes in order of saving, and says so; also where it is what must not be there.
  for (const text of ['"all word1"', 'near:2(all word1)', 'word1 -"all word2"']) {
    expect(ask(db, text, findExact)).toMatchObject({
      total: 147,
      totalIsExact: true,
      isPartial: true,
    });
    expect(ask(db, text, findExact).titles[0]).toBe('t2483');
  }
  expect(ask(db, '"all word1"', findExact, () => 5000)).toMatchObject({
    total: 0,
    isPartial: true,
  });

  // What is costly is found a stretch of the library after the other, until it is enough.
  expect(ask(db, '"all word1"')).toMatchObject({ total: 147, totalIsExact: true });
  expect(ask(db, '"all word1"').titles.slice(0, 2)).toEqual(['t2483', 't2466']);
  expect(ask(db, '"all word1" -t2466').titles.slice(0, 2)).toEqual(['t2483', 't2449']);
  expect(ask(db, 'all')).toMatchObject({ total: 250, totalIsExact: false });
  // Of what a filter leaves, the newest are enough.
  const { titles, ...some } = ask(db, 'all words:<100');
  expect(some).toMatchObject({ total: 250, totalIsExact: false, rankedAll: false });
  expect(titles).toHaveLength(20);
  expect(ask(db, 'all words:<100 -t2498').titles[0]).toBe('t2499');
});

test('an article in the trash is found by who looks there alone', async () => {
  const { context, search } = await library();
  const uid = (await search('waves')).hits[0]?.article.uid as never;
  await context.client['articles.trash']({ uids: [uid], trashed: true });
  expect(ask(context.db, '"of the"').titles).not.toContain('Of the sea');
  expect(ask(context.db, 'waves', findExact).titles).toEqual([]);
  expect(ask(context.db, 'waves is:trashed').titles).toEqual(['Of the sea']);
});

test('matches are in the same order whether a few, all, or the newest of them are ranked', async () => {
  const given = Array.from({ length: FEW + 20 }, (_, i) => [
    `t${i}`,
    // Some are equal, so that it is newness that tells them apart.
    `${'all '.repeat(1 + (i % 5))}${i < FEW ? 'few' : ''}${i < FEW + 1 ? ' more' : ''} ${'word '.repeat(i % 3)}`,
  ]);
  const { context } = await makeSearchable(Object.fromEntries(given));
  const { db } = context;
  const of = (match: string) => matchClause(db, match, false);
  const every = rankEvery(db, of('all AND few'), 30);
  expect(every).toMatchObject({ ranked: FEW });
  expect(every.best).toHaveLength(30);
  expect(new Set(every.best.map(({ score }) => score)).size).toBeLessThan(30);
  expect(rankNewest(db, of('all AND few'), 2000, 30)).toEqual(every);
  expect(rankFew(db, of('all AND few'), 30)).toEqual(every);
  expect(rankFew(db, of('all AND more'), 30)).toBe(null);
  expect(rankNewest(db, of('all'), 7, 30)).toMatchObject({ ranked: 7 });
});
