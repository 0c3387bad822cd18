// The passages of one text: the best places for what was looked for, each shown once.
import type { Snippet } from '#contract/types/search.ts';
import { closestGroup, type Group, worthIn } from './closest-group.ts';
import { nextIntricate } from './fold-table.ts';
import { apart, findMarks, partsOf } from './mark-text.ts';
import type { Needle, Span } from './needles.ts';
import { type Bounds, type Cut, cutPassage } from './passage.ts';
import { findPlaces, MAX_PLACES, type Place } from './places.ts';
import type { TextToSearch } from './text-to-search.ts';

const ELLIPSIS = '…';

/** White space in it is one space each, and `…` stands where it was cut within a sentence. */
export interface TextPassage {
  readonly parts: Snippet;
  /** Where its first mark stands in the text. */
  readonly start: number;
}

export interface TextPassages {
  /** Best first, apart from each other. */
  readonly passages: readonly TextPassage[];
  /** How many more places there are. */
  readonly more: number;
  /** Numbers of the needles that stand in the text. */
  readonly needles: ReadonlySet<number>;
}

/** @param most how many passages at most */
export function passagesOf(
  looked: TextToSearch,
  needles: readonly Needle[],
  most: number,
): TextPassages {
  const { text } = looked;
  const places = needles.length === 0 ? [] : findPlaces(looked, needles);
  const shown: Cut[] = [];
  const passages: TextPassage[] = [];
  for (const cut of chooseCuts(text, places, most)) {
    const passage = markedPassage(text, cut, marksIn(text, cut, places, needles));
    if (!passage) continue;
    shown.push(cut);
    passages.push(passage);
  }
  const hidden = apart(places).filter(
    (place) => !shown.some((cut) => place.start < cut.end && place.end > cut.start),
  );
  return {
    passages,
    more: hidden.length,
    needles: new Set(places.map(({ needle }) => needle)),
  };
}

/** The beginning of a text, for hits that were found by something else. */
export function beginningOf(text: string): Snippet {
  const trimmed = text.trimStart();
  const cut = cutPassage(trimmed, { start: 0, end: 0 }, wholeOf(trimmed));
  return shownParts(trimmed, cut, []);
}

const wholeOf = (text: string): Bounds => ({ start: 0, end: text.length, isSentence: true });

/** A stretch in which nothing is shown yet. */
interface Gap {
  readonly bounds: Bounds;
  /** In order, not empty. */
  readonly places: readonly Place[];
}

function chooseCuts(text: string, places: readonly Place[], most: number): Cut[] {
  const shown = new Set<number>();
  const cuts: Cut[] = [];
  const sorted = places.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let gaps: Gap[] = sorted.length === 0 ? [] : [{ bounds: wholeOf(text), places: sorted }];
  while (cuts.length < most && gaps.length > 0) {
    const worthOf = worthIn(places, shown);
    const best = gaps
      .map((gap): { gap: Gap; group: Group } => ({ gap, group: closestGroup(gap.places, worthOf) }))
      .reduce((a, b) => (b.group.worth > a.group.worth + 1e-9 ? b : a));
    const cut = cutPassage(text, best.group, best.gap.bounds);
    cuts.push(cut);
    for (const { needle, start, end } of best.gap.places) {
      if (start >= cut.start && end <= cut.end) shown.add(needle);
    }
    gaps = gaps.flatMap((gap) => (gap === best.gap ? gapsBeside(gap, cut) : [gap]));
  }
  return cuts;
}

function gapsBeside({ bounds, places }: Gap, cut: Cut): Gap[] {
  const before = places.filter(({ end }) => end <= cut.start);
  const after = places.filter(({ start }) => start >= cut.end);
  return [
    { bounds: { ...bounds, end: cut.start }, places: before },
    { bounds: { ...bounds, start: cut.end, isSentence: !cut.cutAfter }, places: after },
  ].filter((gap) => gap.places.length > 0);
}

/**
 * What is to be marked in a passage. Where nothing in it can be spelled otherwise, that is what was found already; else it is
 * folded, in which a word that is cut off, or stands beside a mark, shows as it is.
 */
function marksIn(
  text: string,
  { start, end }: Cut,
  places: readonly Place[],
  needles: readonly Needle[],
): Span[] {
  const isPlain = places.length < MAX_PLACES && nextIntricate(text, start, true) >= end;
  if (!isPlain) return findMarks(text.slice(start, end), needles);
  const inside = places.filter((place) => place.start >= start && place.end <= end);
  return apart(inside.map((place) => ({ start: place.start - start, end: place.end - start })));
}

function markedPassage(text: string, cut: Cut, marks: readonly Span[]): TextPassage | null {
  const [first] = marks;
  return first ? { parts: shownParts(text, cut, marks), start: cut.start + first.start } : null;
}

function shownParts(text: string, cut: Cut, marks: readonly Span[]): Snippet {
  const parts = partsOf(text.slice(cut.start, cut.end), marks).map(({ text: part, marked }) => ({
    text: oneSpaced(part),
    marked,
  }));
  const [first] = parts;
  const last = parts.at(-1);
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  if (cut.cutBefore) addUnmarked(parts, 'before');
  if (cut.cutAfter) addUnmarked(parts, 'after');
  return parts.filter((part) => part.text !== '');
}

function addUnmarked(parts: Snippet, side: 'before' | 'after'): void {
  const beside = side === 'before' ? parts[0] : parts.at(-1);
  if (beside && !beside.marked) {
    beside.text = side === 'before' ? ELLIPSIS + beside.text : beside.text + ELLIPSIS;
  } else if (side === 'before') parts.unshift({ text: ELLIPSIS, marked: false });
  else parts.push({ text: ELLIPSIS, marked: false });
}

/** Nearly every text is so already, and seeing that is much quicker than writing it anew. */
const oneSpaced = (text: string): string =>
  /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
