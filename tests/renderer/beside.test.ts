// Where the bar beside a selection stands.
import { expect, it } from 'vitest';
import { placeBeside } from '../../renderer/features/highlights/use-beside.ts';

const size = { width: 200, height: 40 };
const room = { width: 1000, height: 600 };
const box = (x: number, y: number, height = 20) => ({ x, y, width: 100, height });

it.each([
  { of: 'above, in the middle', at: box(400, 300), isBelow: false, is: { left: 350, top: 252 } },
  { of: 'below for a finger', at: box(400, 300), isBelow: true, is: { left: 350, top: 328 } },
  {
    of: 'below where there is no room',
    at: box(400, 10),
    isBelow: false,
    is: { left: 350, top: 38 },
  },
  { of: 'above at the lower edge', at: box(400, 570), isBelow: true, is: { left: 350, top: 522 } },
  { of: 'within the window', at: box(-50, 300), isBelow: false, is: { left: 8, top: 252 } },
  {
    of: 'over a selection of pages',
    at: box(400, -90, 900),
    isBelow: false,
    is: { left: 350, top: 552 },
  },
])('stands $of', ({ at, isBelow, is }) => {
  expect(placeBeside(at, size, room, isBelow)).toEqual(is);
});
