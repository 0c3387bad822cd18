// The collection by which the quality of search is measured stays the same: documents, queries, and what is relevant.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeCollection } from '../bench/quality/collection.ts';
import { figuresOf, linesOfJudgements } from '../bench/quality/judge.ts';
import { queryClasses } from '../bench/quality/queries.ts';

/** Of documents with what the reader marked, and of queries with their judgements, by seed. */
const digests: Record<number, string> = {
  1: 'ceac0e66871ac9fb77ac1affb037ecd67a0734c4b73d1e8590f31658d9b99493',
  20261126: '010ffefa783b416e0225aba5abdd9c97b91bd36a71aaacc0ae792f74d71d22a5',
};

function digestOf(seed: number): string {
  const collection = makeCollection(seed);
  const documents = collection.documents.map(({ grades, marked, ...document }) =>
    JSON.stringify({ ...document, grades: [...grades], marked: [...marked] }),
  );
  const lines = [...documents, ...linesOfJudgements(collection)];
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

test('neither documents nor judgements have changed since they were written down', () => {
  const seeds = Object.keys(digests).map(Number);
  expect(Object.fromEntries(seeds.map((seed) => [seed, digestOf(seed)]))).toEqual(digests);
});

test('the collection is as large as was promised, and every query has an answer', () => {
  const collection = makeCollection(1);
  const { documents, queries } = collection;
  expect(documents.length).toBeGreaterThanOrEqual(1500);
  expect(queries.length).toBeGreaterThanOrEqual(120);
  expect(new Set(documents.map(({ lang }) => lang)).size).toBe(6);
  expect(new Set(queries.map((query) => query.class))).toEqual(new Set(queryClasses));
  const lines = linesOfJudgements(collection);
  expect(lines.filter((line) => !/\t\d+=[34]/.test(line) && !/ \d+=[34]/.test(line))).toEqual([]);
});

test('figures count the grades of the first ten and where the first that is meant stands', () => {
  const judgement = new Map([
    [1, 3],
    [2, 1],
  ]);
  expect(figuresOf([1, 2], judgement)).toEqual({ ndcg: 1, success1: 1, success5: 1 });
  const turned = figuresOf([2, 1], judgement);
  expect(turned).toMatchObject({ success1: 0, success5: 1 });
  expect(turned.ndcg).toBeCloseTo((1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3)));
  expect(figuresOf([7, 8, 9], judgement)).toEqual({ ndcg: 0, success1: 0, success5: 0 });
  // Where nothing is meant, the best there is will do.
  expect(figuresOf([5], new Map([[5, 2]]))).toEqual({ ndcg: 1, success1: 1, success5: 1 });
});
