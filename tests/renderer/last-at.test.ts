// Finding the last place at or before a point.
import { expect, it } from 'vitest';
import { lastAt } from '../../renderer/frame/last-at.ts';

it.each([
  [[], 10, -1],
  [[20, 40], 10, -1],
  [[20, 40], 20, 0],
  [[20, 40], 39, 0],
  [[20, 40], 4000, 1],
  [[0, 0, 0, 5], 0, 2],
])('in %j at %d it is number %d', (places, point, index) => {
  expect(lastAt(places, point)).toBe(index);
});
