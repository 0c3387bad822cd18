// Every package in the build may be passed on with a program under MIT, and its licence is there to be read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, root } from '../../scripts/ensure.mjs';
import { fitsMit } from '../../scripts/licences.mjs';

interface Collected {
  readonly version: string;
  readonly packages: { name: string; version: string; licence: string; text: number }[];
  readonly texts: string[];
}

/** They come without the text of their licence. */
const WITHOUT_TEXT = ['client-only', 'lazy-val', 'wouter'];

test('what is built holds nothing under a licence that asks more than MIT does', async () => {
  await build();
  const { packages, texts } = JSON.parse(
    readFileSync(join(root, 'out/licences.json'), 'utf8'),
  ) as Collected;
  expect(packages.filter(({ licence }) => !fitsMit(licence))).toEqual([]);
  const textless = packages.filter(({ text }) => !texts[text]).map(({ name }) => name);
  expect(textless).toEqual(WITHOUT_TEXT);
  // From each of the builds, and from beside them: the list sees what is there.
  const names = packages.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['electron', 'better-sqlite3', 'undici', 'react', 'highlight.js']),
  );
  expect(names).not.toContain('vitest');
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['Apache-2.0 AND ISC', true],
  ['GPL-3.0-only', false],
  ['AGPL-3.0-or-later', false],
  ['MIT AND LGPL-2.1', false],
  ['SEE LICENSE IN FILE', false],
  ['', false],
])('%s fits: %s', (expression, fits) => {
  expect(fitsMit(expression)).toBe(fits);
});
