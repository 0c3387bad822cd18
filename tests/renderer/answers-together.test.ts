// What is drawn together: the first answers of a window, and later whatever arrives in one go.
import { notifyManager } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawTogether } from '../../renderer/lib/answers-together.ts';

const drawn: string[] = [];
const tell = (what: string) => notifyManager.schedule(() => void drawn.push(what));

beforeEach(() => {
  vi.useFakeTimers();
  drawn.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  notifyManager.setScheduler((callback) => setTimeout(callback, 0));
});

it('holds the first answers until all of them are there', async () => {
  const { done, first } = pending();
  drawTogether(first);
  tell('the list');
  await vi.advanceTimersByTimeAsync(50);
  tell('the counts');
  await vi.advanceTimersByTimeAsync(10);
  expect(drawn).toEqual([]);
  done();
  await vi.advanceTimersByTimeAsync(0);
  expect(drawn).toEqual(['the list', 'the counts']);
});

it('does not keep what is there for ever', async () => {
  drawTogether(pending().first);
  tell('the list');
  await vi.advanceTimersByTimeAsync(100);
  expect(drawn).toEqual(['the list']);
});

it('draws later answers at once, those of one moment together', async () => {
  const { done, first } = pending();
  drawTogether(first);
  done();
  await vi.advanceTimersByTimeAsync(0);
  tell('a tag');
  tell('its count');
  expect(drawn).toEqual([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(drawn).toEqual(['a tag', 'its count']);
});

function pending() {
  let done = () => {};
  const first = new Promise<void>((resolve) => {
    done = resolve;
  });
  return { done, first };
}
