// No page of those whose whole text is known is taken for something else: somebody wanted each of them.
import { expect, it } from 'vitest';
import { sharedData } from '../../../../support/shared-data.ts';
import { pagesOf, taken } from './taken.ts';

const folder = sharedData('extraction');

it.skipIf(folder === null)('labelled pages with their whole text', () => {
  const pages = pagesOf(folder, 'whole');
  expect(pages.length).toBeGreaterThan(100);
  expect(taken(pages)).toEqual([]);
});
