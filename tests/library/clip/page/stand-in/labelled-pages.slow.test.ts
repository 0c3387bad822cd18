// No page of those of which passages are known is taken for something else. They are many: among the slow tests.
import { expect, it } from 'vitest';
import { sharedData } from '../../../../support/shared-data.ts';
import { pagesOf, taken } from './taken.ts';

const folder = sharedData('extraction');

it.skipIf(folder === null)('labelled pages with some of their passages', () => {
  const pages = pagesOf(folder, 'passages');
  expect(pages.length).toBeGreaterThan(500);
  expect(taken(pages)).toEqual([]);
});
