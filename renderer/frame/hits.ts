// Which character lies under a point, and where on screen a stretch of the text begins.
import { articleText } from './article-text.ts';
import { content } from './content.ts';
import type { FrameBox } from './messages/highlights.ts';
import { caretAt } from './place.ts';

/** A click at the edge of a letter still means the letter. */
const TOLERANCE = 2;

/** @returns the offset of the character under a point of the window; null where there is none */
export function characterUnder(x: number, y: number): { index: number; box: FrameBox } | null {
  const caret = caretAt(x, y);
  if (!caret || !content().contains(caret.startContainer)) return null;
  const text = articleText();
  const after = text.offsetOf(caret.startContainer, caret.startOffset);
  // A caret stands between two characters: either may be the one that was meant.
  for (const index of [after, after - 1]) {
    const range = index >= 0 ? text.rangeOf(index, index + 1) : null;
    for (const rect of range?.getClientRects() ?? []) {
      if (holds(rect, x, y)) return { index, box: asBox(rect) };
    }
  }
  return null;
}

const holds = (rect: DOMRect, x: number, y: number): boolean =>
  x >= rect.left - TOLERANCE &&
  x <= rect.right + TOLERANCE &&
  y >= rect.top - TOLERANCE &&
  y <= rect.bottom + TOLERANCE;

export const asBox = ({ x, y, width, height }: DOMRect): FrameBox => ({ x, y, width, height });
