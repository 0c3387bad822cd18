// What the reader marked, as it is kept: whole characters, and where they stand in today's text.
import { LibraryError } from '#contract/errors.ts';
import type { Anchor } from '#contract/types/anchor.ts';
import { MAX_QUOTE_LENGTH } from '#contract/types/highlight.ts';
import { anchorPlacer } from '../anchors/anchor-placer.ts';
import { describeRange } from '../anchors/describe-range.ts';

/** White space, characters without a form, and the stand-in that some browsers give for a picture. */
const NO_WORDS = /^[\s\p{Cc}\p{Cf}\uFFFC]*$/u;

export const hasWords = (quote: string): boolean => !NO_WORDS.test(quote);

/** @throws LibraryError invalid_input, too_large */
export function requireWords({ quote }: Anchor): void {
  if (!hasWords(quote)) {
    throw new LibraryError('invalid_input', 'There are no words in this selection to highlight.');
  }
  if (quote.length > MAX_QUOTE_LENGTH) {
    throw new LibraryError(
      'too_large',
      `A highlight holds ${MAX_QUOTE_LENGTH} characters at most; this selection has ${quote.length}.`,
      { length: quote.length, limit: MAX_QUOTE_LENGTH },
    );
  }
}

/**
 * The anchor with its place in today's text, which may be another than the one that the reader saw; without offsets
 * where it has none there. A selection that begins or ends within a character is widened to all of it.
 */
export function placeMarked(anchor: Anchor, text: string): Anchor {
  const { start, end } = anchor;
  if (start !== null && end !== null && standsAt(anchor, start, text)) {
    const whole = describeRange(text, start, end);
    return wellFormed(whole.start === start && whole.end === end ? anchor : whole);
  }
  const found = anchorPlacer(text)(anchor);
  const place = found.kind === 'placed' ? found : { start: null, end: null };
  return { ...wellFormed(anchor), start: place.start, end: place.end };
}

/** Whether the text is the one that the reader saw, as far as the anchor tells. */
const standsAt = ({ quote, prefix, suffix, end }: Anchor, start: number, text: string): boolean =>
  start >= prefix.length &&
  end === start + quote.length &&
  text.startsWith(prefix + quote + suffix, start - prefix.length);

/** Half a character cannot be written to the disk, and what comes back would not be what the journal remembers. */
const wellFormed = (anchor: Anchor): Anchor => ({
  ...anchor,
  quote: anchor.quote.toWellFormed(),
  prefix: anchor.prefix.toWellFormed(),
  suffix: anchor.suffix.toWellFormed(),
});
