// What SQLite is asked for a query.
import { expect, test } from 'vitest';
import { compileQuery } from '#library/search/compile-query.ts';
import { parseQuery } from '#library/search/parse-query.ts';

const compiled = (text: string) => {
  const { match, without, conditions, wanted } = compileQuery(parseQuery(text).root, (name) =>
    name.toLowerCase(),
  );
  return {
    match,
    without,
    values: conditions.flatMap(({ values }) => values),
    wanted: wanted.length,
  };
};

test('quotes every token, and binds everything else', () => {
  expect(compiled('Two words')).toEqual({
    match: '"two" AND "words"',
    without: null,
    values: [],
    wanted: 2,
  });
  expect(compiled('"of the" OR pre* -not -"at all"')).toEqual({
    match: '("of the" AND "or" AND "pre" *) NOT ("not" OR "at all")',
    without: null,
    values: [],
    wanted: 3,
  });
  expect(compiled('-gone -图书')).toEqual({
    match: null,
    without: '"gone" OR "图 书"',
    values: [],
    wanted: 0,
  });
  expect(compiled(`word tag:"Robert'); DROP TABLE tag;--" -site:example.org`)).toEqual({
    match: '"word"',
    without: null,
    values: ["robert'); drop table tag;--", 'example.org', '.example.org', '.example.org'],
    wanted: 1,
  });
  expect(compiled('')).toEqual({ match: null, without: null, values: [], wanted: 0 });
});
