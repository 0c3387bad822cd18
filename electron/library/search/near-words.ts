// Words that a misspelled one may have been: a letter too many, too few, another one, or two in the wrong order.

import type { WordCount } from './vocabulary.ts';
import type { Chunk } from './vocabulary-chunks.ts';

/** Shorter words have neighbours everywhere. */
const MIN_LENGTH = 3;
/** From here on two slips are as likely as one is in a short word. */
const TWO_SLIPS_FROM = 6;
const MAX_LENGTH = 40;
const MAX_NEAR = 8;
/** A word of fewer articles is as likely a slip of their writers: it counts where there is no other, and
 * not even the word itself. */
const SURE_COUNT = 2;
/** A second slip must be made up for by so much frequency. */
const COST_OF_SLIP = 30;

/** The likeliest first: fewer slips, the same first letter, more articles. */
export function nearWords(word: string, chunks: Iterable<Chunk>): WordCount[] {
  if (word.length < MIN_LENGTH || word.length > MAX_LENGTH) return [];
  const most = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  const letters = lettersOf(word);
  const found: (WordCount & { readonly weight: number })[] = [];
  let isKnown = false;
  for (const { words, counts } of chunks) {
    for (let k = 0; k < words.length; k++) {
      const other = words[k] as string;
      const count = counts[k] as number;
      if (Math.abs(other.length - word.length) > most) continue;
      // Each slip changes two letters of the set at most, which nearly every word is beyond.
      if (bits(lettersOf(other) ^ letters) > 2 * most) continue;
      const slips = slipsBetween(word, other, most);
      isKnown ||= slips === 0;
      if (slips === 0 || slips > most) continue;
      const weight = (count * (other[0] === word[0] ? 3 : 1)) / COST_OF_SLIP ** (slips - 1);
      found.push({ word: other, count, weight });
    }
  }
  const sure = found.filter(({ count }) => count >= SURE_COUNT);
  return (sure.length > 0 || isKnown ? sure : found)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_NEAR)
    .map(({ word: near, count }) => ({ word: near, count }));
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Damerau's distance, in which no letter is touched twice.
 * @returns more than `most` where it is beyond that
 */
export function slipsBetween(a: string, b: string, most: number): number {
  const width = b.length + 1;
  let before = new Uint8Array(width);
  let last = new Uint8Array(width);
  let row = new Uint8Array(width);
  for (let j = 0; j < width; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j < width; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    [before, last, row] = [last, row, before];
  }
  return last[b.length] as number;
}
