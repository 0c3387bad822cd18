// Selections end at whole characters, and never in white space.
import { expect, it } from 'vitest';
import { characterAt, wholeCharacters } from '../../../renderer/frame/graphemes.ts';

const family = '👩‍👩‍👧‍👦';
const words = (text: string, start: number, end: number) => {
  const found = wholeCharacters(text, { start, end });
  return found && text.slice(found.start, found.end);
};

it.each([
  { of: 'white space at both ends', text: ' \n a word \t', from: 0, to: 11, found: 'a word' },
  { of: 'a family cut in two', text: `a ${family} b`, from: 3, to: 6, found: family },
  { of: 'a letter without its mark', text: 'cafe\u0301s', from: 0, to: 4, found: 'cafe\u0301' },
  { of: 'a mark without its letter', text: 'cafe\u0301s', from: 4, to: 6, found: 'e\u0301s' },
  { of: 'half of a surrogate pair', text: 'x😀y', from: 2, to: 4, found: '😀y' },
  { of: 'zero width at a border', text: 'a\u200Bb\u200B c', from: 1, to: 5, found: 'b' },
  { of: 'both directions in a line', text: 'abc אבג def', from: 2, to: 6, found: 'c אב' },
  { of: 'flags', text: '🇩🇪🇫🇷', from: 0, to: 2, found: '🇩🇪' },
])('widens: $of', ({ text, from, to, found }) => {
  expect(words(text, from, to)).toBe(found);
});

it('finds nothing where there are no words', () => {
  expect(words('a \n\u200B\t b', 1, 6)).toBeNull();
  expect(words('', 0, 0)).toBeNull();
  expect(words('abc', 2, 2)).toBeNull();
});

it('finds the character in a line without a space', () => {
  const line = `${'字'.repeat(5000)}e\u0301${'字'.repeat(5000)}`;
  expect(characterAt(line, 5001)).toEqual({ start: 5000, end: 5002 });
});
