// What docs/searching.md tells is what the language can do: every field is in it, and everything in it is understood.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { SearchSort } from '#contract/types/search.ts';
import { filterFields, names } from '#library/search/fields/field-table.ts';
import { parseQuery } from '#library/search/parse-query.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/searching.md'), 'utf8');
const quoted = [...page.matchAll(/`([^`]+)`/g)].map(([, text]) => text as string);

test('every field and every value of it is in the reference', () => {
  const wanted = [
    ...names.map(({ example }) => example),
    ...[...filterFields.values()]
      .filter(({ isClosed }) => isClosed)
      .flatMap(({ name, values }) => values.map((value) => `${name}:${value}`)),
    ...SearchSort.options.map((sort) => `sort:${sort}`),
  ];
  const told = new Set(quoted);
  const namesTold = new Set(quoted.map((text) => text.replace(/^-|:.*$/gs, '')));
  // Examples of the reference may be others than those of hints, but none of the names is missing.
  expect(names.map(({ name }) => name).filter((name) => !namesTold.has(name))).toEqual([]);
  expect(wanted.filter((text) => /^(is|has|sort):/.test(text) && !told.has(text))).toEqual([]);
});

test('everything in the reference is understood', () => {
  const queries = quoted.filter((text) => !/^(OR|AND|NOT|near:\(…\))$/.test(text));
  expect(queries.length).toBeGreaterThan(60);
  const hinted = queries.flatMap((text) => parseQuery(text).hints.map((hint) => [text, hint]));
  expect(hinted).toEqual([]);
});
