// What has to be painted for a set of highlights, as data: each in its colour, a sign on those with a note, and a sign
// where several lie over each other, since the upper one hides the lower.
import type { HighlightColour } from '#contract/types/highlight.ts';
import type { FrameHighlight } from './messages/highlights.ts';

/** Names of the CSS highlights, in reader-frame.css. */
export type Layer = `hl-${HighlightColour}` | 'hl-noted' | 'hl-overlap';

export interface Stroke {
  readonly key: string;
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
}

/** @param items in the order of their beginnings */
export function strokesOf(items: readonly FrameHighlight[]): Stroke[] {
  const strokes: Stroke[] = [];
  const add = (layer: Layer, start: number, end: number) =>
    strokes.push({ key: `${layer} ${start} ${end}`, layer, start, end });
  for (const { colour, hasNote, start, end } of items) {
    add(`hl-${colour}`, start, end);
    if (hasNote) add('hl-noted', start, end);
  }
  for (const { start, end } of overlapsOf(items)) add('hl-overlap', start, end);
  return strokes;
}

/** Where two or more lie over each other. */
export function overlapsOf(
  items: readonly Pick<FrameHighlight, 'start' | 'end'>[],
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  /** How far the highlights so far reach. */
  let reach = 0;
  for (const { start, end } of items) {
    const to = Math.min(end, reach);
    if (start < to) {
      const last = found.at(-1);
      if (last && start <= last.end) last.end = Math.max(last.end, to);
      else found.push({ start, end: to });
    }
    reach = Math.max(reach, end);
  }
  return found;
}

export const inOrder = (items: readonly FrameHighlight[]): FrameHighlight[] =>
  [...items].sort((a, b) => a.start - b.start || a.end - b.end);

/** All that cover a character. @param items in the order of their beginnings */
export function highlightsAt(items: readonly FrameHighlight[], index: number): FrameHighlight[] {
  const found: FrameHighlight[] = [];
  for (const item of items) {
    if (item.start > index) break;
    if (index < item.end) found.push(item);
  }
  return found;
}

/**
 * The next one from a place in the text, in the order of reading; null at the end.
 * @param from the one that has the focus, or where one reads
 */
export function highlightBeyond(
  items: readonly FrameHighlight[],
  from: { readonly uid: string | null; readonly offset: number },
  by: 1 | -1,
): FrameHighlight | null {
  const at = items.findIndex((item) => item.uid === from.uid);
  if (at >= 0) return items[at + by] ?? null;
  if (by > 0) return items.find((item) => item.start >= from.offset) ?? null;
  return items.findLast((item) => item.start < from.offset) ?? null;
}
