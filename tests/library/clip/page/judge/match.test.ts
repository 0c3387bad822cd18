// Blocks of an article are found again on the page that it was taken from.
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '#library/clip/page/blocks.ts';
import { heldBy, placesOf } from '#library/clip/page/judge/match.ts';

const lines = (...texts: string[]) =>
  blocksOf(parseFragment(texts.map((t) => `<p>${t}</p>`).join('')));
const LONG = 'A sentence long enough to be known again wherever it stands.';

describe('blocks of an article on its page', () => {
  it('are known by their words, whatever the space between them', () => {
    expect(placesOf(lines('one  two', 'three'), lines('zero', 'one two', 'three'))).toEqual([1, 2]);
  });

  it('that are there several times are those beside what is known', () => {
    const page = lines('More', 'first', 'More', 'second', 'More');
    expect(placesOf(lines('first', 'More', 'second'), page)).toEqual([1, 2, 3]);
    // Before the first that is known as well: the page ends with what it begins with.
    expect(placesOf(lines('a', 'b', 'c'), lines('x', 'a', 'b', 'c', 'd', 'b', 'a'))).toEqual([
      1, 2, 3,
    ]);
    expect(heldBy(lines('first', 'More', 'second'), page)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('are missing where the page has not as many of them', () => {
    expect(placesOf(lines('a', 'a'), lines('a', 'b'))).toEqual([0, -1]);
  });

  it('may be cut up in another way, if they are long', () => {
    const page = lines(LONG, 'short', 'else');
    expect(heldBy(lines(`${LONG} short`), page)).toEqual([true, false, false]);
  });
});
