// A paragraph in pieces that are kept or replaced whole: words, signs, the space between them; never less than a character as
// a reader sees it.

/** Beyond the alphabets whose words a pattern finds, and in which every code point is a character by itself. */
const OTHER = /[\u0300-\u036f\u0483-\u0489\u0530-\u1dff\u2000-\u200f\u2060-\u209f\u20c0-\uffff]/;
const PIECE = /\s+|[\p{L}\p{N}]+(?:['’.\-·][\p{L}\p{N}]+)*|./gsu;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

export function tokensOf(paragraph: string): string[] {
  if (!OTHER.test(paragraph)) return paragraph.match(PIECE) ?? [];
  return Array.from(segmenter.segment(paragraph), ({ segment }) => segment);
}

const SPACE = /^\s+$/;
const WORDY = /[\p{L}\p{N}]/u;

/** One space is like another. */
export const isSpace = (token: string): boolean => SPACE.test(token);
export const hasWord = (text: string): boolean => WORDY.test(text);

/** Gives equal texts the same number, and others another. */
export function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
}
