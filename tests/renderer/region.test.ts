// Of which country dates are written.
import { expect, test } from 'vitest';
import { languageIn } from '../../renderer/lib/region.ts';

test.each([
  ['system', 'de-AT', 'en-AT'],
  ['system', 'de', 'en-DE'],
  ['system', 'zh-Hant', 'en-TW'],
  ['system', 'en', 'en-US'],
  ['system', 'C', 'en-US'],
  ['GB', 'de-AT', 'en-GB'],
  ['US', 'en-GB', 'en-US'],
] as const)('chosen %s, a system in %s: %s', (region, own, wanted) => {
  expect(languageIn('en', region, own)).toBe(wanted);
});
