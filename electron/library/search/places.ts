// Finds where the words of a query stand in a long text: quickly what is spelled as typed or as folded, and by folding
// what is spelled otherwise.
import { nextIntricate } from './fold-table.ts';
import { originalSpan } from './mark-text.ts';
import { findFolded, findQuickly, type Needle, type Span } from './needles.ts';
import { normaliseMapped } from './normalise.ts';

/** Where a needle, by its number, was found. */
export interface Place extends Span {
  readonly needle: number;
}

/** More places of one word than this say nothing new, and are not looked for. */
export const MAX_PLACES = 200;
/** With so many in sight, nobody misses those in another spelling. */
const ENOUGH = 12;
/** Text is folded in stretches of about this length. */
const FOLDED_AT_ONCE = 16 * 1024;
/** How much of a text is folded while nothing is found, and once something is. */
const MAX_FOLDED = 512 * 1024;
const MAX_FOLDED_MORE = 32 * 1024;
const LONGEST_WORD = 200;

/** In no order; a place can be that of several needles. */
export function findPlaces(text: string, needles: readonly Needle[]): Place[] {
  const quick = needles.map((needle, number) =>
    findQuickly(text, needle, MAX_PLACES).map((span): Place => ({ ...span, needle: number })),
  );
  const found = quick.flat();
  if (found.length >= ENOUGH && quick.every((places) => places.length > 0)) return found;
  const known = new Set(found.map(keyOf));
  const folded = findPlacesFolded(text, needles, found.length > 0);
  return [...found, ...folded.filter((place) => !known.has(keyOf(place)))];
}

const keyOf = ({ needle, start }: Place): string => `${needle} ${start}`;

/**
 * What the quick search can have missed are words with, or beside, characters that folding changes: only their
 * surroundings are folded.
 */
function findPlacesFolded(text: string, needles: readonly Needle[], isFound: boolean): Place[] {
  const margin = 2 * Math.max(0, ...needles.map(({ folded }) => folded.length)) + 32;
  const found: Place[] = [];
  let budget = isFound ? MAX_FOLDED_MORE : MAX_FOLDED;
  let from = 0;
  while (budget > 0 && found.length < MAX_PLACES) {
    const intricate = nextIntricate(text, from);
    if (intricate === text.length) break;
    const start = Math.max(from, spaceBefore(text, intricate - margin));
    let end = intricate;
    while (end - start < FOLDED_AT_ONCE) {
      const next = nextIntricate(text, end + 1);
      if (next - end > 2 * margin || next === text.length) break;
      end = next;
    }
    end = spaceAfter(text, end + margin);
    const places = findPlacesIn(text, start, end, needles);
    if (found.length === 0 && places.length > 0) budget = Math.min(budget, MAX_FOLDED_MORE);
    found.push(...places);
    budget -= end - start;
    from = end;
  }
  return found;
}

function findPlacesIn(text: string, from: number, to: number, needles: readonly Needle[]): Place[] {
  const { text: folded, offsets } = normaliseMapped(text.slice(from, to));
  return needles.flatMap((needle, number) =>
    findFolded(folded, needle)
      .slice(0, MAX_PLACES)
      .map((span) => originalSpan(offsets, span))
      .map(({ start, end }) => ({ start: from + start, end: from + end, needle: number })),
  );
}

/** A space near an offset, so that no word is torn apart where there are words. */
function spaceBefore(text: string, near: number): number {
  if (near <= 0) return 0;
  const space = text.lastIndexOf(' ', near);
  return near - space < LONGEST_WORD ? space + 1 : near;
}

function spaceAfter(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const space = text.indexOf(' ', near);
  return space >= 0 && space - near < LONGEST_WORD ? space : near;
}
