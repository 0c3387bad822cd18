// Word of work that took long: once, at its end, and not of what was quick.
import { expect, test } from 'vitest';
import type { LibraryEvent } from '#contract/events.ts';
import { LONG_MS, longWork } from '../../renderer/lib/long-work.ts';

const event = (kind: string, uid: string, done = 0, total = 10) =>
  ({ kind, uid, done, total }) as unknown as LibraryEvent;

test('is given of what ended after a long time, by its kind and size', () => {
  let time = 0;
  const told: unknown[] = [];
  const hear = longWork(
    () => time,
    (work, total) => told.push([work, total]),
  );
  hear(event('importing', 'A', 1, 500));
  hear(event('many-changing', 'B', 1, 40));
  time = LONG_MS - 1;
  hear(event('exporting', 'C', 1, 7));
  time = LONG_MS;
  hear(event('importing', 'A', 499, 500));
  hear(event('exporting', 'C', 7, 7));
  expect(told).toEqual([]);
  hear(event('importing', 'A', 500, 500));
  hear(event('many-changed', 'B'));
  hear(event('many-changed', 'B'));
  hear(event('changed', 'D'));
  expect(told).toEqual([
    ['importing', 500],
    ['many-changing', 40],
  ]);
});
