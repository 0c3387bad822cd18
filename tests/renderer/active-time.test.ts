// Time spent reading: while something was done a moment ago.
import { expect, it } from 'vitest';
import { ActiveTime, IDLE_AFTER_MS } from '../../renderer/lib/active-time.ts';

it('counts from what was done until nothing was for a while', () => {
  const time = new ActiveTime();
  time.stir(1000);
  time.stir(11_000);
  expect(time.take(16_000)).toBe(15_000);
  expect(time.take(16_000)).toBe(0);
  // Half an hour later somebody comes back: only the time until they were gone counts.
  time.stir(1_800_000);
  expect(time.take(1_800_000)).toBe(11_000 + IDLE_AFTER_MS - 16_000);
});

it('does not count while the window cannot be seen', () => {
  const time = new ActiveTime();
  time.stir(0);
  time.rest(5000);
  expect(time.take(20_000)).toBe(5000);
});
