// Blocks are known again by their words, and where several say the same, by what stands beside them.
import { describe, expect, it } from 'vitest';
import { AddressBook, addressesOf } from '#library/clip/page/edits/address.ts';

const before = ['Menu', 'Share', 'One tide.', 'Share', 'Two tides.', 'Share'];
/** @returns where a block of the page of before stands in another */
const placed = (at: number, after: readonly string[]) =>
  new AddressBook(addressesOf(after)).placeOf(addressesOf(before)[at] as string);

describe('the address of a block', () => {
  it('finds it on the same page', () => {
    expect(before.map((_, at) => placed(at, before))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('finds it where it has moved, and in other letters', () => {
    expect(placed(2, ['Two tides.', 'x', '  ONE tide!'])).toBe(2);
    expect(placed(4, ['Two \n tides', 'x'])).toBe(0);
  });

  it.each([
    ['another before all', ['Share', ...before], 3, 4],
    ['the first gone', before.slice(2), 3, 1],
    ['everything around it new', ['Share', 'x', 'Share', 'y', 'z', 'Share', 'u'], 3, 2],
  ])('tells it from others that say the same: %s', (_, after, at, expected) => {
    expect(placed(at, after)).toBe(expected);
  });

  it('is none where its words are not', () => {
    expect(placed(2, ['One tide and more.', 'Share'])).toBe(-1);
    // Signs alone are words, too.
    expect(
      new AddressBook(addressesOf(['* * *', '—'])).placeOf(addressesOf(['—'])[0] as string),
    ).toBe(1);
  });
});
