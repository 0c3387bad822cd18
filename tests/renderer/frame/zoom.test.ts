// The reckoning of a picture's size and place in the viewer.
import { expect, it } from 'vitest';
import { fitted, kept, MAX_SCALE, zoomed } from '../../../renderer/frame/pictures/zoom.ts';

const stage = { width: 1000, height: 500 };
const wide = { width: 4000, height: 1000 };

it('shows a picture whole, and never larger than it is', () => {
  expect(fitted(wide, stage)).toEqual({ scale: 0.25, x: 0, y: 0 });
  expect(fitted({ width: 100, height: 50 }, stage)).toEqual({ scale: 1, x: 0, y: 0 });
});

it('keeps the point under the pointer where it is', () => {
  const at = { x: 200, y: -50 };
  const before = { scale: 0.5, x: 30, y: 10 };
  const after = zoomed(before, 1.5, at);
  const pointIn = (zoom: typeof before) => [
    (at.x - zoom.x) / zoom.scale,
    (at.y - zoom.y) / zoom.scale,
  ];
  expect(pointIn(after)).toEqual(pointIn(before));
});

it('goes no further than the edges, and neither too small nor too large', () => {
  expect(kept({ scale: 0.5, x: 9999, y: 9999 }, wide, stage)).toEqual({ scale: 0.5, x: 500, y: 0 });
  expect(kept({ scale: 0.01, x: 5, y: 5 }, wide, stage)).toEqual({ scale: 0.25, x: 0, y: 0 });
  expect(kept({ scale: 99, x: 0, y: 0 }, wide, stage).scale).toBe(MAX_SCALE);
});
