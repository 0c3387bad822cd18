// An anchor made ready for the search: prefix, quote and suffix folded as one, with the borders of words.
import type { Anchor } from '#contract/types/anchor.ts';
import { edgesOf } from './describe-range.ts';
import { EDGE, type Folded, fold } from './fold.ts';
import { wordBorders } from './words.ts';

export interface Needle {
  readonly text: string;
  /** Where the quote begins and ends in it. */
  readonly from: number;
  readonly to: number;
  /** Where a line of the quote begins, the first one too. */
  readonly lines: readonly number[];
  /** What stands at the ends of the quote and is not compared: white space and invisible characters. */
  readonly head: string;
  readonly tail: string;
  /** 1 where a word can begin or end before a unit; one longer than the text. */
  readonly borders: Uint8Array;
}

export function needleOf(anchor: Anchor): Needle {
  const { prefix, quote, suffix } = anchor;
  const whole = prefix + quote + suffix;
  const edges = edgesOf(anchor);
  const folded = fold(whole, edges);
  const { text, starts, ends } = folded;
  const from = Math.max(firstAtOrAfter(starts, prefix.length), edges.start ? EDGE : 0);
  const last = text.length - (edges.end ? EDGE : 0);
  const to = Math.min(firstAtOrAfter(starts, prefix.length + quote.length), last);
  return {
    text,
    from,
    to: Math.max(from, to),
    lines: linesOf(folded, from, to),
    head: from < to ? quote.slice(0, Math.max(0, (starts[from] as number) - prefix.length)) : '',
    tail: from < to ? quote.slice((ends[to - 1] as number) - prefix.length) : '',
    borders: wordBorders(folded, 0, text.length),
  };
}

function linesOf({ original, starts, ends }: Folded, from: number, to: number): number[] {
  const lines = from < to ? [from] : [];
  for (let at = from + 1; at < to; at++) {
    const between = original.slice(ends[at - 1], starts[at]);
    if (between.includes('\n')) lines.push(at);
  }
  return lines;
}

function firstAtOrAfter(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
