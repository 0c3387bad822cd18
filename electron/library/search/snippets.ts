// Shows in a hit what it was found by: the title and a passage of the text, with the words of the query marked
// where they stand in the original, however they are written there.
import type { Passage, Snippet } from '#contract/types/search.ts';
import { nextIntricate } from './fold-table.ts';
import { findFolded, findQuickly, type Needle, type Span } from './needles.ts';
import { normaliseMapped } from './normalise.ts';
import { type Cut, closestGroup, cutPassage, type Found } from './passage.ts';

/** More places of one word than this say nothing new about where the best passage is. */
const MAX_PLACES = 200;
/** Text is folded in stretches of about this length until something is found. */
const FOLDED_AT_ONCE = 16 * 1024;
/** How much of a text is folded to find words that stand there in another spelling. */
const MAX_FOLDED = 512 * 1024;
const LONGEST_WORD = 200;
const ELLIPSIS = '…';

/** The whole text with every needle marked. */
export function markAll(text: string, needles: readonly Needle[]): Snippet {
  return text === '' ? [] : partsOf(text, findMarks(text, needles));
}

/**
 * The passage of a text that shows most of what was looked for; its white space is one space each, and `…` stands
 * where it was cut within a sentence.
 * @returns null where nothing of it stands in the text
 */
export function findPassage(text: string, needles: readonly Needle[]): Passage | null {
  const quick = findPlaces(text, needles);
  const found = markedPassage(text, needles, quick);
  if (found) return found;
  return markedPassage(text, needles, findPlacesFolded(text, needles));
}

/** The beginning of a text, for hits that were found by something else. */
export function beginningOf(text: string): Snippet {
  const trimmed = text.trimStart();
  const passage = cutPassage(trimmed, { start: 0, end: 0 });
  const shown = withEllipses(oneSpaced(trimmed.slice(passage.start, passage.end)), passage);
  return shown === '' ? [] : [{ text: shown, marked: false }];
}

function markedPassage(
  text: string,
  needles: readonly Needle[],
  places: readonly Found[],
): Passage | null {
  if (places.length === 0) return null;
  const group = closestGroup(places);
  const passage = cutPassage(text, group);
  const shown = withEllipses(oneSpaced(text.slice(passage.start, passage.end)), passage);
  const marks = findMarks(shown, needles);
  return marks.length === 0
    ? null
    : { parts: partsOf(shown, marks), in: 'text', start: group.start };
}

function findPlaces(text: string, needles: readonly Needle[]): Found[] {
  // One word alone is shown where it stands first.
  const limit = needles.length === 1 ? 1 : MAX_PLACES;
  return needles.flatMap((needle, number) =>
    findQuickly(text, needle, limit).map((span) => ({ ...span, needle: number })),
  );
}

/**
 * What the quick search missed, in the first stretch of the text in which anything stands. It can only have missed
 * words with, or beside, characters that folding changes, so that only their surroundings are folded.
 */
function findPlacesFolded(text: string, needles: readonly Needle[]): Found[] {
  const longest = Math.max(...needles.map(({ folded }) => folded.length));
  const margin = 2 * longest + 32;
  let budget = MAX_FOLDED;
  let from = 0;
  while (budget > 0) {
    const intricate = nextIntricate(text, from);
    if (intricate === text.length) return [];
    const start = spaceBefore(text, intricate - margin);
    let end = intricate;
    while (end - start < FOLDED_AT_ONCE) {
      const next = nextIntricate(text, end + 1);
      if (next - end > 2 * margin || next === text.length) break;
      end = next;
    }
    end = spaceAfter(text, end + margin);
    const places = findPlacesIn(text, start, end, needles);
    if (places.length > 0) return places;
    budget -= end - start;
    from = end;
  }
  return [];
}

function findPlacesIn(text: string, from: number, to: number, needles: readonly Needle[]): Found[] {
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

/** Where needles stand in the original, in order and apart from each other. */
function findMarks(text: string, needles: readonly Needle[]): Span[] {
  const { text: folded, offsets } = normaliseMapped(text);
  const spans = needles
    .flatMap((needle) => findFolded(folded, needle))
    .map((span) => originalSpan(offsets, span))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const apart: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = apart.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else apart.push({ ...span });
  }
  return apart;
}

/** Whole characters: `ss` in ß marks it all. */
function originalSpan(offsets: Uint32Array, { start, end }: Span): Span {
  const last = offsets[end - 1] as number;
  let after = end;
  while (after < offsets.length - 1 && (offsets[after] as number) <= last) after++;
  return { start: offsets[start] as number, end: offsets[after] as number };
}

function partsOf(text: string, marks: readonly Span[]): Snippet {
  const parts: Snippet = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

function oneSpaced(text: string): string {
  // Nearly every text is so already, and seeing that is much quicker than writing it anew.
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

const withEllipses = (text: string, { cutBefore, cutAfter }: Cut): string =>
  (cutBefore ? ELLIPSIS : '') + text + (cutAfter ? ELLIPSIS : '');
