// Marks the words of a query in a text where they stand in the original, however they are written there.
import type { Snippet } from '#contract/types/search.ts';
import { findNeedles } from './find-needles.ts';
import { nextIntricate } from './fold-table.ts';
import { findFolded, type Needle, type Span } from './needles.ts';
import { normaliseMapped } from './normalise.ts';

/** The whole text with every needle marked. */
export function markAll(text: string, needles: readonly Needle[]): Snippet {
  return text === '' ? [] : partsOf(text, findMarks(text, needles));
}

export const isMarked = (snippet: Snippet): boolean => snippet.some(({ marked }) => marked);

/** Where needles stand in the original, in order and apart from each other. */
export function findMarks(text: string, needles: readonly Needle[]): Span[] {
  if (needles.length === 0 || isWithout(text, needles)) return [];
  const { text: folded, offsets } = normaliseMapped(text);
  return apart(
    needles
      .flatMap((needle) => findFolded(folded, needle))
      .map((span) => originalSpan(offsets, span)),
  );
}

/**
 * Seen without folding, which takes ten times as long: nothing stands there as it is typed, and nothing in the text can be
 * another spelling of it. Most titles, authors and sites are so.
 */
function isWithout(text: string, needles: readonly Needle[]): boolean {
  return (
    needles.every((one) => one.pieces.length > 0) &&
    findNeedles(text, needles, 1).every((found) => found.length === 0) &&
    nextIntricate(text, 0) === text.length
  );
}

/** In order, those that overlap made one. */
export function apart(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Whole characters: `ss` in ß marks it all. */
export function originalSpan(offsets: Uint32Array, { start, end }: Span): Span {
  const last = offsets[end - 1] as number;
  let after = end;
  while (after < offsets.length - 1 && (offsets[after] as number) <= last) after++;
  return { start: offsets[start] as number, end: offsets[after] as number };
}

/** A text in parts, those between `marks` unmarked. @param marks in order and apart */
export function partsOf(text: string, marks: readonly Span[]): Snippet {
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
