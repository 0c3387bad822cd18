// Finds the places of anchors in a text.
import type { Anchor } from '#contract/types/anchor.ts';

/** Offsets in UTF-16 units, on borders of characters. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What is lost has a best guess, where there is anything to guess from. It is never placed by itself. */
export type Placement =
  | { readonly kind: 'placed'; readonly start: number; readonly end: number }
  | { readonly kind: 'lost'; readonly guess: Range | null };

/** Prepares a text once for any number of anchors. Pure: the answer depends on text and anchor alone. */
export function anchorPlacer(text: string): (anchor: Anchor) => Placement {
  return (anchor) => {
    const { quote, prefix, suffix, start } = anchor;
    if (quote === '') return { kind: 'lost', guess: null };
    const whole = prefix + quote + suffix;
    const at = start !== null && text.startsWith(whole, start - prefix.length) ? start : -1;
    if (at >= prefix.length) return { kind: 'placed', start: at, end: at + quote.length };
    const found = text.indexOf(whole);
    if (found >= 0 && text.indexOf(whole, found + 1) < 0) {
      const from = found + prefix.length;
      return { kind: 'placed', start: from, end: from + quote.length };
    }
    return { kind: 'lost', guess: null };
  };
}
