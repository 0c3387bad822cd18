// Finds the places of anchors in a text. Tried in this order: the same offsets with the same words around; quote and
// context as one somewhere else; a long quote that stands in one place, and one without any context; whatever still is there of them, aligned word by
// word. What remains in doubt is lost.
import type { Anchor } from '#contract/types/anchor.ts';
import { align } from './align.ts';
import { type Candidate, candidateOf, wholeCandidate } from './candidate.ts';
import { chainsOf } from './chains.ts';
import { isUntold, wasRepeated } from './describe-range.ts';
import { isDoubtful } from './doubts.ts';
import { type Folded, fold } from './fold.ts';
import { GramIndex } from './gram-index.ts';
import { borderAfter, borderBefore } from './graphemes.ts';
import { judge, ranked, TELLING } from './judge.ts';
import { type Needle, needleOf } from './needle.ts';
import { weigh } from './words.ts';

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
  let prepared: { haystack: Folded; index: GramIndex } | null = null;
  const prepare = () => {
    if (!prepared) {
      const haystack = fold(text, { start: true, end: true });
      prepared = { haystack, index: new GramIndex(haystack.text) };
    }
    return prepared;
  };

  return (anchor) => {
    const still = unmoved(text, anchor);
    if (still) return { kind: 'placed', ...still };
    const { haystack, index } = prepare();
    const needle = needleOf(anchor);
    if (needle.from === needle.to) return { kind: 'lost', guess: null };
    const alone = hasNoContext(anchor) ? standsAlone(needle, index) : null;
    if (alone) return { kind: 'placed', ...withEnds(text, needle, rangeOf(haystack, alone)) };
    const repeated = wasRepeated(anchor);
    const candidates = candidatesOf(needle, haystack, index, repeated);
    const found = isUntold(anchor) ? null : judge({ needle, candidates, repeated });
    if (found && !isDoubtful(needle, index, found))
      return { kind: 'placed', ...withEnds(text, needle, rangeOf(haystack, found)) };
    const [guess] = ranked(candidates);
    return { kind: 'lost', guess: guess ? rangeOf(haystack, guess) : null };
  };
}

/** The range of the anchor, where all of it stands where it stood. */
function unmoved(text: string, { quote, prefix, suffix, start }: Anchor): Range | null {
  if (start === null || quote === '' || start < prefix.length) return null;
  const end = start + quote.length;
  const stands =
    text.startsWith(quote, start) &&
    text.startsWith(prefix, start - prefix.length) &&
    text.startsWith(suffix, end) &&
    borderBefore(text, start) === start &&
    borderAfter(text, end) === end;
  return stands ? { start, end } : null;
}

/** As other programs export highlights. */
const hasNoContext = ({ prefix, suffix }: Anchor): boolean => prefix === '' && suffix === '';

/** Words of which nothing else is known are where they stand, if that is one place. */
function standsAlone(needle: Needle, index: GramIndex): Candidate | null {
  const [only, another] = index.occurrences(needle.text, 2);
  return only === undefined || another !== undefined ? null : wholeCandidate(needle, only);
}

function candidatesOf(
  needle: Needle,
  haystack: Folded,
  index: GramIndex,
  repeated: boolean,
): Candidate[] {
  const whole = index.occurrences(needle.text, 2);
  if (whole.length > 0) return whole.map((at) => wholeCandidate(needle, at));
  const { text, from, to } = needle;
  if (!repeated && weigh(text, from, to) >= TELLING) {
    const [only, another] = index.occurrences(text.slice(from, to), 2);
    const run = { needle: from, text: only ?? 0, length: to - from };
    const candidate =
      only === undefined || another !== undefined ? null : candidateOf(needle, haystack, [run]);
    if (candidate?.clean) return [candidate];
  }
  return chainsOf(index, needle.text).flatMap((chain) => {
    const candidate = candidateOf(needle, haystack, align(needle, haystack, chain));
    return candidate ? [candidate] : [];
  });
}

function rangeOf({ original, starts, ends }: Folded, { start, end }: Candidate): Range {
  const { start: from, end: to } =
    start === end
      ? lineAt(original, starts[start] ?? original.length)
      : { start: starts[start] as number, end: ends[end - 1] as number };
  return { start: borderBefore(original, from), end: borderAfter(original, to) };
}

/** With the white space at its ends that the quote had, where it is there. */
function withEnds(text: string, { head, tail }: Needle, { start, end }: Range): Range {
  return {
    start: text.endsWith(head, start) ? borderBefore(text, start - head.length) : start,
    end: text.startsWith(tail, end) ? borderAfter(text, end + tail.length) : end,
  };
}

/** The line in which words must have stood that are gone. */
function lineAt(text: string, at: number): Range {
  const end = text.indexOf('\n', at);
  return {
    start: at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1,
    end: end < 0 ? text.length : end,
  };
}
