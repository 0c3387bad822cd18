// What arguments name is clipped one after the other, whatever becomes of the one before.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { type ClipFailure, clipQueue } from '../../electron/main/clip-queue.ts';
import { tempDir } from '../support/temp-dir.ts';

const saved: ClipResult = {
  uid: '01J0000000000000000000000A' as ArticleUid,
  title: 'A page',
  url: null,
  status: 'saved',
};

function play(outcomes: readonly (ClipResult | Error)[]) {
  const calls: string[] = [];
  const logged: string[] = [];
  let running = 0;
  let next = 0;
  const answer = async (what: string) => {
    calls.push(what);
    expect(++running).toBe(1);
    await Promise.resolve();
    running--;
    const outcome = outcomes[next++] ?? saved;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const told: { failures: readonly ClipFailure[]; of: number }[] = [];
  const enqueue = clipQueue({
    library: () => ({
      'clip.fromPath': ({ path }) => answer(path),
      'clip.fromZipPath': async ({ path }) => [
        { name: 'in/a.html', result: await answer(path) },
        { name: '../b.html', problem: { code: 'not_allowed', message: 'Leads elsewhere.' } },
      ],
      'jobs.add': async ({ urls }) => void (await answer(urls.join())),
    }),
    onFailed: (failures, of) => told.push({ failures, of }),
    log: {
      info: () => undefined,
      warn: (line) => void logged.push(line),
      error: (line) => void logged.push(line),
    },
  });
  const done = async (count: number) => {
    while (calls.length < count) await new Promise((turn) => setImmediate(turn));
    await new Promise((turn) => setImmediate(turn));
  };
  return { enqueue, calls, logged, told, done };
}

test('files and addresses in their order, one at a time', async () => {
  const { enqueue, calls, logged, done } = play([]);
  enqueue([
    { kind: 'path', path: '/a.html' },
    { kind: 'url', url: 'https://example.org/' },
  ]);
  enqueue([{ kind: 'path', path: '/b.html' }]);
  await done(3);
  expect(calls).toEqual(['/a.html', 'https://example.org/', '/b.html']);
  expect(logged).toEqual([]);
});

test('a failure is told once, logged by its code alone, and the next one is clipped', async () => {
  const { enqueue, calls, logged, told, done } = play([
    new LibraryError('not_found', '“name.html” is not there.'),
  ]);
  enqueue([
    { kind: 'path', path: '/secret/name.html' },
    { kind: 'path', path: '/b.html' },
  ]);
  await done(2);
  expect(calls).toEqual(['/secret/name.html', '/b.html']);
  expect(logged).toEqual(['clip of an argument: not_found']);
  expect(told).toEqual([
    {
      failures: [
        {
          name: 'name.html',
          problem: { code: 'not_found', message: '“name.html” is not there.' },
        },
      ],
      of: 2,
    },
  ]);
});

test('when the library dies under a clip it is tried once more', async () => {
  const gone = new LibraryError('host_gone', 'gone');
  const { enqueue, calls, logged, done } = play([gone, saved]);
  enqueue([{ kind: 'path', path: '/a.html' }]);
  await done(2);
  expect(calls).toEqual(['/a.html', '/a.html']);
  expect(logged).toEqual([]);

  const again = play([gone, gone]);
  again.enqueue([{ kind: 'path', path: '/a.html' }]);
  await again.done(2);
  expect(again.calls).toEqual(['/a.html', '/a.html']);
  expect(again.logged).toEqual(['clip of an argument: host_gone']);
});

test('a zip as a whole, of which each failure is told', async () => {
  const { enqueue, calls, told, done } = play([]);
  enqueue([{ kind: 'path', path: '/saved.ZIP' }]);
  await done(1);
  expect(calls).toEqual(['/saved.ZIP']);
  expect(told).toEqual([
    {
      failures: [
        { name: '../b.html', problem: { code: 'not_allowed', message: 'Leads elsewhere.' } },
      ],
      of: 1,
    },
  ]);
});

test('a folder is the pages in it, each for itself, and an empty one is said', async () => {
  const dir = tempDir();
  mkdirSync(join(dir, 'in/page_files'), { recursive: true });
  mkdirSync(join(dir, 'empty'));
  for (const name of ['in/page.html', 'in/page_files/ad.html', 'in/other.txt', 'in/no.exe']) {
    writeFileSync(join(dir, name), 'words');
  }
  const refused = new LibraryError('nothing_to_read', 'Nothing.');
  const { enqueue, calls, told, done } = play([refused]);
  enqueue([
    { kind: 'path', path: join(dir, 'in') },
    { kind: 'path', path: join(dir, 'empty') },
  ]);
  await done(2);
  await expect.poll(() => told.length).toBe(1);
  expect(calls).toEqual([join(dir, 'in/other.txt'), join(dir, 'in/page.html')]);
  expect(told[0]).toMatchObject({
    of: 3,
    failures: [{ name: 'other.txt' }, { name: 'empty', problem: { code: 'nothing_to_read' } }],
  });
});
