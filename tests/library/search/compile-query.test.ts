// What SQLite is asked for a query.
import { expect, test } from 'vitest';
import { compileQuery } from '#library/search/compile-query.ts';
import { parseQuery } from '#library/search/parse-query.ts';

const moment = { now: Date.UTC(2026, 2, 15, 12), timeZone: 'UTC' };
const words = {
  completions: (start: string) => (start === 'bri' ? ['bridge', 'brim', 'bri'] : null),
  containing: (part: string) => (part === 'idg' ? ['bridge', 'midge', 'fridges', 'fridg'] : []),
};
const compiled = (text: string) => {
  const query = compileQuery(parseQuery(text), { words, moment });
  return {
    match: query.match,
    without: query.without,
    conditions: query.conditions.map(({ sql }) => sql.replace(/\s+/g, ' ')),
    values: query.conditions.flatMap(({ values }) => values),
    wanted: query.wanted.length,
  };
};
const nothing = { match: null, without: null, conditions: [], values: [], wanted: 0 };

test('quotes every token, and binds everything else', () => {
  expect(compiled('Two words')).toEqual({ ...nothing, match: '"two" AND "words"', wanted: 2 });
  expect(compiled('"of the" pre* -not -"at all"')).toEqual({
    ...nothing,
    match: '("of the" AND "pre" *) NOT ("not" OR "at all")',
    wanted: 2,
  });
  expect(compiled('-gone -图书')).toEqual({ ...nothing, without: '"gone" OR "图 书"' });
  expect(compiled(`word tag:"Robert'); DROP TABLE tag;--" -site:example.org`)).toMatchObject({
    match: '"word"',
    without: null,
    values: ["robert'); drop table tag;--", 'example.org', '.example.org', '.example.org'],
    wanted: 1,
  });
  expect(compiled('')).toEqual(nothing);
});

test('keeps text in one expression as far as it goes', () => {
  const match = (text: string) => compiled(text).match;
  expect({
    or: match('one OR two three'),
    group: match('one OR (two -three)'),
    excludedGroup: match('one -(two OR three)'),
    near: match('near:5(one "two three" fo*)'),
    scoped: match('title:one -title:(two OR three)'),
  }).toEqual({
    or: '("one" OR "two") AND "three"',
    group: '("one" OR (("two") NOT ("three")))',
    excludedGroup: '("one") NOT (("two" OR "three"))',
    near: 'NEAR("one" "two three" "fo" *, 5)',
    scoped: '(title : "one") NOT ((title : "two" OR title : "three"))',
  });
});

test('makes conditions of what mixes text and filters', () => {
  const inIndex = 'article.id IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)';
  expect(compiled('word (is:starred OR one OR two)')).toEqual({
    match: '"word"',
    without: null,
    conditions: [`(${inIndex}) OR (article.starred_at IS NOT NULL)`],
    values: ['("one" OR "two")'],
    wanted: 3,
  });
  expect(compiled('one OR -two')).toMatchObject({
    match: null,
    conditions: [`(${inIndex}) OR ((${inIndex}) IS NOT TRUE)`],
    values: ['"one"', '"two"'],
    wanted: 1,
  });
  expect(compiled('-(one is:unread)')).toMatchObject({
    conditions: [`((${inIndex}) AND (article.reading_status = 'unread')) IS NOT TRUE`],
    wanted: 0,
  });
});

test('puts words of the library in the place of beginnings and parts', () => {
  const query = compileQuery(parseQuery('bri* *idg* *idg -bri* brid*'), { words, moment });
  expect([query.match, query.exactMatch]).toEqual([
    '(("bri" OR "bridge" OR "brim") AND ("idg" OR "bridge" OR "midge" OR "fridges" OR "fridg") AND ("idg" OR "fridg") AND "brid" *) NOT ("bri" *)',
    '("bri" * AND ("idg" OR "bridge" OR "midge" OR "fridges" OR "fridg") AND ("idg" OR "fridg") AND "brid" *) NOT ("bri" *)',
  ]);
});

test('leaves beginnings of names to the index, which knows in which column they stand', () => {
  const match = (text: string) => compileQuery(parseQuery(text), { words, moment }).match;
  expect([match('author:bri*'), match('text:bri*')]).toEqual([
    'author : "bri" *',
    'body : ("bri" OR "bridge" OR "brim")',
  ]);
});

test('looks into the trash only where it is asked to', () => {
  const looks = (text: string) => compileQuery(parseQuery(text), { words, moment }).looksInTrash;
  expect(['one', 'is:trashed', '-is:trashed', 'one OR is:trashed'].map(looks)).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect(compiled('is:starred OR is:trashed').conditions).toEqual([
    '((article.starred_at IS NOT NULL) AND (article.trashed_at IS NULL)) OR (article.trashed_at IS NOT NULL)',
  ]);
});
