// Where words begin and end in folded text, and how much a character tells.
import type { Folded } from './fold.ts';

const word = /[\p{L}\p{N}\p{M}]/u;
/** Written without spaces: every character can begin a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;
const syllabic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const space = /\s/;

/** 1 for a letter of an alphabet, more for a character that is a syllable or a word. 0 while not known. */
const weights = new Uint8Array(0x10000);
/** 1 for characters that hang together with their neighbours to a word, 2 for all others. */
const joins = new Uint8Array(0x10000);

function learn(unit: number): void {
  const char = String.fromCharCode(unit);
  weights[unit] = syllabic.test(char) ? 3 : 1;
  joins[unit] = word.test(char) && !unspaced.test(char) ? 1 : 2;
}

const isJoining = (unit: number): boolean => {
  if (joins[unit] === 0) learn(unit);
  return joins[unit] === 1;
};

/** How much a stretch of folded text tells, in letters. */
export function weigh(text: string, from: number, to: number): number {
  let weight = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (weights[unit] === 0) learn(unit);
    weight += weights[unit] as number;
  }
  return weight;
}

/** Whether a unit is part of a word, not a mark between words. */
export const isOfWord = (text: string, at: number): boolean => word.test(text[at] ?? '');

/**
 * Where words can begin or end: 1 for each unit before which one can, and for the end.
 * @param from the first unit of folded text to look at
 */
export function wordBorders(
  { original, text, starts, ends }: Folded,
  from: number,
  to: number,
): Uint8Array {
  const borders = new Uint8Array(to - from + 1);
  for (let at = from; at <= to; at++) {
    const inside =
      at > 0 &&
      at < text.length &&
      isJoining(text.charCodeAt(at - 1)) &&
      isJoining(text.charCodeAt(at)) &&
      !hasSpace(original, ends[at - 1] as number, starts[at] as number);
    if (!inside) borders[at - from] = 1;
  }
  return borders;
}

function hasSpace(original: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (space.test(original[at] as string)) return true;
  return false;
}
