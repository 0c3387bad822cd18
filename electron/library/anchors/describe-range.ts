// Makes the anchor of a range: everything that helps to find it again.
import type { Anchor } from '#contract/types/anchor.ts';
import { borderAfter, borderBefore } from './graphemes.ts';

/** Units of context on each side: about ten words. */
const CONTEXT = 64;
/** Where quote and context stand more than once, they are widened up to this. */
const WIDEST_CONTEXT = 512;
/** Quotes longer than this are taken to stand once: to look through a text for megabytes costs seconds. */
const LONG = 2000;

/**
 * Widens the range to whole characters. A quote that stands more than once in the text gets more context than others,
 * enough to tell its place from the rest where that is possible.
 * @param text the reader text
 * @param start UTF-16 units, at most `end`
 */
export function describeRange(text: string, start: number, end: number): Anchor {
  const from = borderBefore(text, Math.min(start, end));
  const to = borderAfter(text, Math.max(start, end));
  let width = CONTEXT;
  while (
    to - from <= LONG &&
    width < WIDEST_CONTEXT &&
    isRepeated(text, from, to, width === CONTEXT ? 0 : width)
  ) {
    width *= 2;
  }
  return {
    quote: text.slice(from, to),
    prefix: text.slice(borderBefore(text, from - width), from),
    suffix: text.slice(to, borderAfter(text, to + width)),
    start: from,
    end: to,
  };
}

/** Whether the range, with so much around it, stands in the text again. */
function isRepeated(text: string, from: number, to: number, width: number): boolean {
  const start = Math.max(0, from - width);
  const needle = text.slice(start, to + width);
  return text.indexOf(needle) !== start || text.indexOf(needle, start + 1) !== -1;
}

/** Whether an anchor says of its quote that it stood in more than one place. */
export const wasRepeated = ({ quote, prefix, suffix }: Anchor): boolean =>
  Math.max(prefix.length, suffix.length) >= 2 * CONTEXT ||
  prefix.includes(quote) ||
  suffix.includes(quote);

/** Whether even the widest context may not tell the place of a quote from others: rows and rows that read alike. */
export const isUntold = ({ prefix, suffix }: Anchor): boolean =>
  Math.max(prefix.length, suffix.length) >= WIDEST_CONTEXT;

/** Whether the context of an anchor reaches to the beginning and the end of its text. */
export const edgesOf = ({ prefix, suffix, start }: Anchor): { start: boolean; end: boolean } => ({
  start: start === prefix.length,
  end: start !== null && suffix.length < CONTEXT,
});
