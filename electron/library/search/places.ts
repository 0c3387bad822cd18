// Finds where the words of a query stand in a long text: quickly what is spelled as typed or as folded, and by folding
// what is spelled otherwise.
import { findNeedles } from './find-needles.ts';
import { isAlone, isOfRun } from './fold-table.ts';
import { originalSpan } from './mark-text.ts';
import { findFolded, type Needle, type Span } from './needles.ts';
import { PHRASE_MARGIN, type Stretch, type TextToSearch, WORD_MARGIN } from './text-to-search.ts';

/** Where a needle, by its number, was found. */
export interface Place extends Span {
  readonly needle: number;
}

/** More places of one word than this say nothing new, and are not looked for. */
export const MAX_PLACES = 200;
/** With so many in sight, nobody misses those in another spelling. */
const ENOUGH = 12;
/** How much of a text is looked at folded while nothing is found, and once something is. */
const MAX_FOLDED = 512 * 1024;
const MAX_FOLDED_MORE = 32 * 1024;

/** In no order; a place can be that of several needles. */
export function findPlaces(text: TextToSearch, needles: readonly Needle[]): Place[] {
  const quick = findNeedles(text.text, needles, MAX_PLACES);
  const found = quick.flatMap((spans, needle) =>
    spans.map(({ start, end }): Place => ({ start, end, needle })),
  );
  if (found.length >= ENOUGH && quick.every((places) => places.length > 0)) return found;
  const known = new Set(found.map(keyOf));
  const folded = findPlacesFolded(text, needles, found.length > 0);
  return [...found, ...folded.filter((place) => !known.has(keyOf(place)))];
}

const keyOf = ({ needle, start }: Place): string => `${needle} ${start}`;

/**
 * What the quick search can have missed are words with, or beside, characters that folding changes: only their
 * surroundings are looked at.
 */
function findPlacesFolded(
  text: TextToSearch,
  needles: readonly Needle[],
  isFound: boolean,
): Place[] {
  const found: Place[] = [];
  let budget = isFound ? MAX_FOLDED_MORE : MAX_FOLDED;
  for (const stretch of text.stretches(marginOf(needles))) {
    const places = findPlacesIn(stretch, needles);
    if (found.length === 0 && places.length > 0) budget = Math.min(budget, MAX_FOLDED_MORE);
    found.push(...places);
    budget -= stretch.end - stretch.start;
    if (budget <= 0 || found.length >= MAX_PLACES) break;
  }
  return found;
}

/** How much of a text has to stand around a character for each needle that it is part of. */
function marginOf(needles: readonly Needle[]): number {
  if (needles.every(isOneWord)) return WORD_MARGIN;
  const longest = Math.max(0, ...needles.map(({ folded }) => folded.length));
  return Math.max(PHRASE_MARGIN, 2 * longest + 32);
}

/** Of a script that writes spaces around it. */
const isOneWord = ({ folded }: Needle): boolean =>
  !folded.includes(' ') && !isAlone(folded) && !isOfRun(folded);

function findPlacesIn({ start: from, folded }: Stretch, needles: readonly Needle[]): Place[] {
  return needles.flatMap((needle, number) =>
    findFolded(folded.text, needle)
      .slice(0, MAX_PLACES)
      .map((span) => originalSpan(folded.offsets, span))
      .map(({ start, end }) => ({ start: from + start, end: from + end, needle: number })),
  );
}
