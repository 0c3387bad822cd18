// Borders between characters as a reader sees them: no range begins or ends within an emoji or between a letter and
// its marks.

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Letters that join with nothing before them, whatever that is. Points of Hebrew are of the script, and no letters. */
const plainLetter =
  /(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const plain = /[\p{L}\p{Nd}\p{P}\s]/u;
/** How far to look for a border that is certain. Only text made to mislead has none within this length. */
const FARTHEST = 4096;

/** The border at an offset, or else the one before it. */
export const borderBefore = (text: string, at: number): number => border(text, at, 'before');
/** The border at an offset, or else the one behind it. */
export const borderAfter = (text: string, at: number): number => border(text, at, 'after');

function border(text: string, at: number, side: 'before' | 'after'): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(at, 0), text.length);
  if (isCertain(text, at)) return at;
  let from = at - 1;
  while (from > 0 && at - from < FARTHEST && !isCertain(text, from)) from--;
  let to = at + 1;
  while (to < text.length && to - at < FARTHEST && !isCertain(text, to)) to++;
  const found = segmenter.segment(text.slice(from, to)).containing(at - from);
  const start = from + (found?.index ?? at - from);
  if (start === at) return at;
  return side === 'before' ? start : start + (found?.segment.length ?? 0);
}

/** Whether two characters can be told apart without knowing more of the text. */
function isCertain(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (before < 0x80 && after < 0x80) return before !== 13 || after !== 10;
  if (after === 10 || before === 10) return true;
  return plainLetter.test(text[at] as string) && isPlainBefore(before);
}

/** Marks that join with what comes after them are no letters of a plain script. */
const isPlainBefore = (unit: number): boolean => {
  const char = String.fromCharCode(unit);
  return unit < 0x80 || (plain.test(char) && (plainLetter.test(char) || !/\p{L}/u.test(char)));
};
