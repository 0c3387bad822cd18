// Where to put something small beside a box of the window, so that it neither hides the box nor leaves the window.
import { type CSSProperties, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { FrameBox } from '../../frame/messages/highlights.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 8;

/** @returns left and top edge in CSS pixels of the window */
export function placeBeside(
  box: FrameBox,
  size: Size,
  room: Size,
  isBelow: boolean,
): { left: number; top: number } {
  const left = box.x + box.width / 2 - size.width / 2;
  const above = box.y - GAP - size.height;
  const below = box.y + box.height + GAP;
  const fitsBelow = below + size.height <= room.height - GAP;
  const fitsAbove = above >= GAP;
  // A selection taller than the window leaves no room on either side: over its last lines, then.
  const inside = Math.min(below, room.height - GAP) - size.height;
  const [first, second] = isBelow
    ? [fitsBelow && below, fitsAbove && above]
    : [fitsAbove && above, fitsBelow && below];
  const top = first || second || inside;
  return {
    left: Math.max(GAP, Math.min(left, room.width - size.width - GAP)),
    top: Math.max(GAP, top),
  };
}

export function useBeside(
  box: FrameBox,
  isBelow: boolean,
): { ref: RefObject<HTMLDivElement | null>; style: CSSProperties } {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element) setSize({ width: element.offsetWidth, height: element.offsetHeight });
  }, []);
  const room = { width: window.innerWidth, height: window.innerHeight };
  const style: CSSProperties = size
    ? placeBeside(box, size, room, isBelow)
    : // Measured before it is seen.
      { left: 0, top: 0, visibility: 'hidden' };
  return { ref, style };
}
