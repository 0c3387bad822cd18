// Cuts a passage out of a text where a reader would: at the ends of sentences, else between words.
import type { Span } from './needles.ts';
import { lastSentenceEnd } from './sentence-end.ts';

/** About three lines of a list. */
export const PASSAGE_LENGTH = 220;
/** What stands before the first found word where no sentence begins there. */
const LEAD = 60;
/** A sentence that began earlier than this would push the found word out of the two lines that a list shows. */
const LONGEST_LEAD = 80;

/** What is cut out, and whether it stops within a sentence on either side. */
export interface Cut extends Span {
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Where a cut may reach: up to its neighbours. */
export interface Bounds extends Span {
  /** Whether a sentence begins at the start, as at that of the text. */
  readonly isSentence: boolean;
}

/**
 * Cuts out about `PASSAGE_LENGTH` units around a span, at sentences where they are near, else at words.
 * @param within holds the span
 */
export function cutPassage(text: string, around: Span, within: Bounds): Cut {
  const { start, cutBefore } = startOf(text, around, within);
  const { end, cutAfter } = endOf(text, start, around, within.end);
  return { start, end, cutBefore, cutAfter };
}

function startOf(
  text: string,
  around: Span,
  within: Bounds,
): { start: number; cutBefore: boolean } {
  const room = Math.max(0, PASSAGE_LENGTH - (around.end - around.start));
  const longest = Math.min(LONGEST_LEAD, Math.floor(room * 0.75));
  const earliest = Math.max(within.start, around.start - longest);
  const before = text.slice(earliest, around.start);
  const sentence = lastSentenceEnd(before);
  if (sentence >= 0) return { start: earliest + sentence, cutBefore: false };
  if (earliest === within.start) return { start: earliest, cutBefore: !within.isSentence };
  const lead = Math.max(earliest, around.start - Math.min(LEAD, room >> 1));
  const space = /\s+(?=\S)/.exec(text.slice(lead, around.start));
  const start = space ? lead + space.index + space[0].length : lead;
  return { start: Math.max(within.start, characterBorder(text, start)), cutBefore: true };
}

function endOf(
  text: string,
  start: number,
  around: Span,
  furthest: number,
): { end: number; cutAfter: boolean } {
  const latest = Math.min(start + PASSAGE_LENGTH, furthest);
  if (latest >= text.length) return { end: text.length, cutAfter: false };
  const least = Math.max(around.end, start + (PASSAGE_LENGTH >> 1));
  if (least >= latest) {
    const rest = text.slice(around.end, latest);
    const isSentence = rest !== '' && lastSentenceEnd(rest) === rest.length;
    return { end: characterBorder(text, latest), cutAfter: !isSentence };
  }
  const rest = text.slice(least, latest);
  const sentence = lastSentenceEnd(rest);
  if (sentence >= 0) return { end: least + sentence, cutAfter: false };
  const space = lastSpace(rest);
  return { end: characterBorder(text, space < 0 ? latest : least + space), cutAfter: true };
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
