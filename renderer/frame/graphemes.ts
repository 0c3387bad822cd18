// Whole characters as people see them: a family of emoji, a letter with its marks. No selection ends inside one.

/** A line without a space, where a character could begin far back. */
const LOOK_BACK = 400;
/** Nothing that is seen: at the border of a selection it was not meant. */
const UNSEEN = /[\s\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** @returns the same words without white space at their ends, in whole characters; null where no words are left */
export function wholeCharacters(text: string, { start, end }: Stretch): Stretch | null {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && UNSEEN.test(text[from] as string)) from++;
  while (to > from && UNSEEN.test(text[to - 1] as string)) to--;
  if (from >= to) return null;
  return { start: characterAt(text, from).start, end: characterAt(text, to - 1).end };
}

/** The whole character that a unit belongs to. */
export function characterAt(text: string, index: number): Stretch {
  let from = index;
  const least = Math.max(0, index - LOOK_BACK);
  // Characters begin at a space or a line break, whatever comes after it.
  while (from > least && !/[ \n]/.test(text[from] as string)) from--;
  // Marks after what is looked at belong to it, and few are as many as this.
  const found = segmenter
    .segment(text.slice(from, index + LOOK_BACK))
    .containing(index - from) as Intl.SegmentData;
  return { start: from + found.index, end: from + found.index + found.segment.length };
}
