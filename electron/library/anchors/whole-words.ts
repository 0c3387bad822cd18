// Where a range begins or ends when the word at its border changed: a word spelt another way belongs to it, a
// different word does not.
import type { Run } from './align-gap.ts';
import type { Folded } from './fold.ts';
import type { Needle } from './needle.ts';
import { isOfWord, wordBorders } from './words.ts';

/** A word of which so much is the same is the same word. */
const SAME_WORD = 0.6;
const LONGEST_WORD = 64;

/** @param run the first of the quote that is still there */
export function startOfRange(needle: Needle, haystack: Folded, run: Run, isLed: boolean): number {
  if (run.needle === needle.from) return run.text;
  const from = Math.max(0, run.text - LONGEST_WORD);
  const to = Math.min(haystack.text.length, run.text + LONGEST_WORD);
  const borders = wordBorders(haystack, from, to);
  const isBorder = (at: number) => borders[at - from] === 1;
  let start = run.text;
  if (!isBorder(start) || needle.borders[run.needle] !== 1) {
    let wordStart = start;
    while (wordStart > from && !isBorder(wordStart)) wordStart--;
    let wordEnd = start + 1;
    while (wordEnd < to && !isBorder(wordEnd)) wordEnd++;
    const matched = Math.min(wordEnd - start, run.length);
    if (wordStart < start && matched >= SAME_WORD * (wordEnd - wordStart)) start = wordStart;
    else if (matched < run.length) start = wordEnd;
  }
  // The full stop of a sentence that is gone is found again at the sentence before.
  if (!isLed) {
    const end = run.text + run.length;
    while (start < end && CLOSING.test(haystack.text[start] as string)) start++;
  }
  return start;
}

/** @param run the last of the quote that is still there */
export function endOfRange(
  needle: Needle,
  haystack: Folded,
  run: Run,
  isFollowed: boolean,
): number {
  const runEnd = run.text + run.length;
  const needleEnd = run.needle + run.length;
  if (needleEnd === needle.to) return runEnd;
  const from = Math.max(0, runEnd - LONGEST_WORD);
  const to = Math.min(haystack.text.length, runEnd + LONGEST_WORD);
  const borders = wordBorders(haystack, from, to);
  const isBorder = (at: number) => borders[at - from] === 1;
  let end = runEnd;
  if (!isBorder(end) || needle.borders[needleEnd] !== 1) {
    let wordEnd = end;
    while (wordEnd < to && !isBorder(wordEnd)) wordEnd++;
    let wordStart = end - 1;
    while (wordStart > from && !isBorder(wordStart)) wordStart--;
    const matched = Math.min(end - wordStart, run.length);
    if (wordEnd > end && matched >= SAME_WORD * (wordEnd - wordStart)) end = wordEnd;
    else if (matched < run.length) end = wordStart;
  }
  if (!isFollowed) {
    while (end > run.text && OPENING.test(haystack.text[end - 1] as string)) end--;
  }
  return end;
}

const CLOSING = /[.,;:!?)\]…。、！？،؛؟।/]/;
const OPENING = /[([¿¡]/;

/** Share of the words of the quote that are whole in some runs, 0..1. Marks count where there are no words. */
export function shareOfWords(needle: Needle, runs: readonly Run[]): number {
  const { text, from, to, borders } = needle;
  const alive = new Uint8Array(to - from);
  for (const run of runs) alive.fill(1, run.needle - from, run.needle - from + run.length);
  let words = 0;
  let whole = 0;
  for (let at = from; at < to; ) {
    let end = at + 1;
    while (end < to && borders[end] !== 1) end++;
    if (isOfWord(text, at)) {
      words++;
      if (alive.subarray(at - from, end - from).every((one) => one === 1)) whole++;
    }
    at = end;
  }
  if (words > 0) return whole / words;
  return alive.reduce((sum, one) => sum + one, 0) / Math.max(1, to - from);
}
