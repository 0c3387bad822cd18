// A text that is saved while it is typed: nothing typed is lost, whatever becomes of the library meanwhile.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LibraryError } from '../../electron/contract/errors.ts';
import { TextKeeper } from '../../renderer/lib/text-keeper.ts';

let kept: Map<string, string>;
const store = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, text: string) => void kept.set(name, text),
  removeItem: (name: string) => void kept.delete(name),
};

beforeEach(() => {
  kept = new Map();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

function keeperOf(saved: string, save = async () => {}) {
  const calls: string[] = [];
  const keeper = new TextKeeper({ name: 'note', saved, store });
  keeper.serve({
    save: (text) => {
      calls.push(text);
      return save();
    },
    onChange: () => undefined,
  });
  return { keeper, calls };
}

it('saves once typing has paused, and keeps nothing back after that', async () => {
  const { keeper, calls } = keeperOf('');
  keeper.typed('a');
  keeper.typed('ab');
  expect(kept.size).toBe(1);
  await vi.runAllTimersAsync();
  expect(calls).toEqual(['ab']);
  expect(keeper.state.kind).toBe('saved');
  expect(kept.size).toBe(0);
});

it('keeps words in the storage while the library is gone, and saves them when it is back', async () => {
  let isGone = true;
  const { keeper, calls } = keeperOf('', async () => {
    if (isGone) throw new LibraryError('host_gone', 'gone');
  });
  keeper.typed('not lost');
  await vi.advanceTimersByTimeAsync(700);
  expect(keeper.state).toMatchObject({ kind: 'failed', code: 'host_gone' });
  expect([...kept.values()].join()).toContain('not lost');
  keeper.typed('not lost at all');
  isGone = false;
  await vi.runAllTimersAsync();
  expect(calls.at(-1)).toBe('not lost at all');
  expect(kept.size).toBe(0);
});

it('finds after a new start what was never saved, and saves it', async () => {
  keeperOf('before', () => new Promise(() => undefined)).keeper.typed('before and after');
  const { keeper, calls } = keeperOf('before');
  expect(keeper.text).toBe('before and after');
  await vi.runAllTimersAsync();
  expect(calls).toEqual(['before and after']);
});

it('asks where the library says something else by now', async () => {
  keeperOf('before', () => new Promise(() => undefined)).keeper.typed('before and after');
  const { keeper, calls } = keeperOf('changed elsewhere');
  expect(keeper.state.kind).toBe('found');
  expect(keeper.text).toBe('before and after');
  await vi.runAllTimersAsync();
  expect(calls).toEqual([]);
  keeper.discard();
  expect(keeper.text).toBe('changed elsewhere');
  expect(kept.size).toBe(0);
});

it('saves what is typed while it is saving', async () => {
  const { keeper, calls } = keeperOf('', () => new Promise((done) => setTimeout(done, 5000)));
  keeper.typed('one');
  await vi.advanceTimersByTimeAsync(1000);
  keeper.typed('one two');
  await vi.runAllTimersAsync();
  expect(calls).toEqual(['one', 'one two']);
  expect(keeper.state.kind).toBe('saved');
});

it('takes what an Undo brought back, but not over words that are being typed', () => {
  const { keeper } = keeperOf('first');
  keeper.heard('second');
  expect(keeper.text).toBe('second');
  keeper.typed('second, and');
  keeper.heard('first');
  expect(keeper.text).toBe('second, and');
});

it('saves at once when it goes out of sight', async () => {
  const { keeper, calls } = keeperOf('');
  keeper.typed('quick');
  keeper.leave();
  await vi.runAllTimersAsync();
  expect(calls).toEqual(['quick']);
});

it('tries again with what was typed while a save was failing', async () => {
  let isFirst = true;
  const { keeper, calls } = keeperOf('', async () => {
    if (!isFirst) return;
    isFirst = false;
    await new Promise((done) => setTimeout(done, 5000));
    throw new LibraryError('too_large', 'That is too long.');
  });
  keeper.typed('much too long');
  await vi.advanceTimersByTimeAsync(1000);
  keeper.typed('short');
  await vi.runAllTimersAsync();
  expect(calls).toEqual(['much too long', 'short']);
  expect(keeper.state.kind).toBe('saved');
});
