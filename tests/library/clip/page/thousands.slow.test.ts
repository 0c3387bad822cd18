// Pages of thousands of one thing: what takes time by the square of their number does not end within a test.
import { expect, it } from 'vitest';
import { prose, read } from '../../../support/read.ts';

it.each([
  ['lines that say the same', 'x<br><br>', 20_000],
  ['empty boxes', '<div></div>', 50_000],
  ['headings', '<h1>x</h1>', 50_000],
  ['rows', '<table><tr><td>x</table>', 12_000],
])('may be thousands of %s', (_, markup, times) => {
  const { wordCount } = read(
    `<html lang="en"><article><p>${prose()}</p>${markup.repeat(times)}<p>Tide.</p></article>`,
  );
  expect(wordCount).toBeGreaterThan(100);
});
