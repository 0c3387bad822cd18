// Chooses the passage of a text that shows best why it was found, and cuts it where a reader would.
import type { Span } from './needles.ts';

/** About three lines of a list. */
export const PASSAGE_LENGTH = 220;
/** Words further apart than this cannot stand in one passage with something around them. */
const CLUSTER_LENGTH = 160;
/** What stands before the first found word where no sentence begins there. */
const LEAD = 60;
/** A sentence that began earlier than this would push the found word out of the two lines that a list shows. */
const LONGEST_LEAD = 80;

/** Where a word of the query, by its number, was found. */
export interface Found extends Span {
  readonly needle: number;
}

/**
 * The closest group of the most different words; among equals the one with the rarer words of this text, then the
 * first.
 * @param found not empty
 */
export function closestGroup(found: readonly Found[]): Span {
  const sorted = found.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const total = new Map<number, number>();
  for (const { needle } of sorted) total.set(needle, (total.get(needle) ?? 0) + 1);
  const weightOf = (needle: number) => 1 + 1 / (total.get(needle) ?? 1);

  const inside = new Map<number, number>();
  let weight = 0;
  let best = { weight: -1, from: 0, to: 0 };
  let from = 0;
  for (let to = 0; to < sorted.length; to++) {
    const last = sorted[to] as Found;
    if (!inside.get(last.needle)) weight += weightOf(last.needle);
    inside.set(last.needle, (inside.get(last.needle) ?? 0) + 1);
    while (last.end - (sorted[from] as Found).start > CLUSTER_LENGTH && from < to) {
      const { needle } = sorted[from++] as Found;
      const left = (inside.get(needle) ?? 0) - 1;
      inside.set(needle, left);
      if (left === 0) weight -= weightOf(needle);
    }
    // The small margin keeps rounding from preferring a later group.
    if (weight > best.weight + 1e-9) best = { weight, from, to };
  }
  const group = sorted.slice(best.from, best.to + 1);
  return {
    start: (sorted[best.from] as Found).start,
    end: group.reduce((end, one) => Math.max(end, one.end), 0),
  };
}

/** What is cut out, and whether it stops within a sentence on either side. */
export interface Cut extends Span {
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Cuts out about `PASSAGE_LENGTH` units around a span, at sentences where they are near, else at words. */
export function cutPassage(text: string, around: Span): Cut {
  const { start, cutBefore } = startOf(text, around);
  const { end, cutAfter } = endOf(text, start, around);
  return { start, end, cutBefore, cutAfter };
}

function startOf(text: string, around: Span): { start: number; cutBefore: boolean } {
  const room = Math.max(0, PASSAGE_LENGTH - (around.end - around.start));
  const earliest = Math.max(0, around.start - Math.min(LONGEST_LEAD, Math.floor(room * 0.75)));
  const before = text.slice(earliest, around.start);
  const sentence = lastSentenceEnd(before);
  if (sentence >= 0) return { start: earliest + sentence, cutBefore: false };
  if (earliest === 0) return { start: 0, cutBefore: false };
  const lead = Math.max(earliest, around.start - Math.min(LEAD, room >> 1));
  const space = /\s+(?=\S)/.exec(text.slice(lead, around.start));
  const start = space ? lead + space.index + space[0].length : lead;
  return { start: characterBorder(text, start), cutBefore: true };
}

function endOf(text: string, start: number, around: Span): { end: number; cutAfter: boolean } {
  const latest = start + PASSAGE_LENGTH;
  if (latest >= text.length) return { end: text.length, cutAfter: false };
  const least = Math.max(around.end, start + (PASSAGE_LENGTH >> 1));
  if (least >= latest) return { end: characterBorder(text, latest), cutAfter: true };
  const rest = text.slice(least, latest);
  const sentence = lastSentenceEnd(rest);
  if (sentence >= 0) return { end: least + sentence, cutAfter: false };
  const space = lastSpace(rest);
  return { end: characterBorder(text, space < 0 ? latest : least + space), cutAfter: true };
}

/** Full stops of the scripts that have their own need no space after them. */
const sentenceEnd = /[.!?…][\p{Pe}\p{Pf}"']*\s+|[。！？．｡؟۔।॥။៕།][\p{Pe}\p{Pf}"']*\s*|\n\s*\n/gu;

/** Offset behind the last end of a sentence; -1 where none ends. */
function lastSentenceEnd(text: string): number {
  let end = -1;
  for (const match of text.matchAll(sentenceEnd)) end = match.index + match[0].length;
  return end;
}

function lastSpace(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (/\s/.test(text[at] as string)) return at;
  return -1;
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Longer than any character that a person would see as one. */
const NEARBY = 48;

/** The border between two characters, as a reader sees characters, at or before an offset. */
function characterBorder(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(at, 0), text.length);
  if (isSimple(text.charCodeAt(at)) && isSimple(text.charCodeAt(at - 1))) return at;
  const from = Math.max(0, at - NEARBY);
  const near = text.slice(from, at + NEARBY);
  return from + (characters.segment(near).containing(at - from)?.index ?? at - from);
}

/** ASCII but for the line break that is made of two. */
const isSimple = (unit: number): boolean => unit < 0x80 && unit !== 10 && unit !== 13;
