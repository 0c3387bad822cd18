// What is painted for highlights, and which of them lie at a place.
import { describe, expect, it } from 'vitest';
import type { FrameHighlight } from '../../../renderer/frame/messages/highlights.ts';
import {
  highlightBeyond,
  highlightsAt,
  inOrder,
  overlapsOf,
  strokesOf,
} from '../../../renderer/frame/strokes.ts';

const at = (uid: string, start: number, end: number, hasNote = false): FrameHighlight => ({
  uid,
  start,
  end,
  colour: 'blue',
  hasNote,
});
const uids = (items: readonly FrameHighlight[]) => items.map(({ uid }) => uid);

describe('strokes', () => {
  it('has one per colour, one for a note, one where highlights lie over each other', () => {
    const strokes = strokesOf(inOrder([at('b', 5, 9, true), at('a', 0, 6)]));
    expect(strokes.map(({ layer, start, end }) => `${layer} ${start}-${end}`)).toEqual([
      'hl-blue 0-6',
      'hl-blue 5-9',
      'hl-noted 5-9',
      'hl-overlap 5-6',
    ]);
  });

  it.each([
    { of: 'none', items: [at('a', 0, 5), at('b', 5, 9)], found: [] },
    { of: 'one in another', items: [at('a', 0, 9), at('b', 2, 4)], found: [[2, 4]] },
    {
      of: 'several in a long one',
      items: [at('a', 0, 20), at('b', 2, 4), at('c', 3, 6), at('d', 10, 12)],
      found: [
        [2, 6],
        [10, 12],
      ],
    },
    { of: 'the very same words', items: [at('a', 1, 3), at('b', 1, 3)], found: [[1, 3]] },
  ])('finds overlaps: $of', ({ items, found }) => {
    expect(overlapsOf(items).map(({ start, end }) => [start, end])).toEqual(found);
  });
});

describe('at a place', () => {
  const items = inOrder([at('c', 8, 12), at('a', 0, 10), at('b', 4, 6)]);

  it('finds all that cover a character', () => {
    expect(uids(highlightsAt(items, 5))).toEqual(['a', 'b']);
    expect(uids(highlightsAt(items, 6))).toEqual(['a']);
    expect(uids(highlightsAt(items, 9))).toEqual(['a', 'c']);
    expect(uids(highlightsAt(items, 12))).toEqual([]);
  });

  it('steps through them in the order of reading', () => {
    expect(highlightBeyond(items, { uid: null, offset: 3 }, 1)?.uid).toBe('b');
    expect(highlightBeyond(items, { uid: null, offset: 3 }, -1)?.uid).toBe('a');
    expect(highlightBeyond(items, { uid: 'b', offset: 0 }, 1)?.uid).toBe('c');
    expect(highlightBeyond(items, { uid: 'c', offset: 0 }, 1)).toBeNull();
    expect(highlightBeyond([], { uid: null, offset: 0 }, 1)).toBeNull();
  });
});
