// Calls under way: waited for at the end, cancelled by their caller, and forgotten once answered.
import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { runningCalls } from '#library/running-calls.ts';

test('a call is cancelled by its caller', async () => {
  const caller = new AbortController();
  const call = runningCalls().track(
    caller.signal,
    (signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason))),
  );
  caller.abort('enough');
  expect(await call).toBe('enough');
});

test('a call of a caller who had given up before gets to know it', async () => {
  expect(
    await runningCalls().track(AbortSignal.abort('gone'), async ({ aborted }) => aborted),
  ).toBe(true);
});

test('draining waits for what runs', async () => {
  const calls = runningCalls();
  const order: string[] = [];
  let finish = () => {};
  const call = calls.track(new AbortController().signal, async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    order.push('call');
  });
  const drained = calls.drain().then(() => order.push('drained'));
  finish();
  await Promise.all([call, drained]);
  expect(order).toEqual(['call', 'drained']);
});

test('an answered call leaves nothing behind at a signal that lives on', async () => {
  const { signal } = new AbortController();
  let during = 0;
  await runningCalls().track(signal, async () => {
    during = getEventListeners(signal, 'abort').length;
  });
  expect([during, getEventListeners(signal, 'abort').length]).toEqual([1, 0]);
});
