// Reader threads: shared out by load, one kept free of slow calls, replaced when they die.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readerPool } from '#library/reader-pool.ts';
import { makeLibrary } from '../support/make-library.ts';
import { spawnReader, testLog } from '../support/make-ports.ts';

const signal = new AbortController().signal;

/** Listened to at once: what fails while nobody listens is a fault of its own. */
const failure = (call: Promise<unknown>) => call.catch((error: unknown) => error);

/** A pool over threads that answer with their number, or hang when they are asked for content. Until they are up it answers “here”. */
function newPool() {
  const workers: Worker[] = [];
  const log = testLog();
  const here = { isClosed: false };
  const pool = readerPool({
    dir: '/nowhere',
    log,
    answerHere: () => ({
      dispatch: async () => 'here',
      prepare: async () => undefined,
      close() {
        here.isClosed = true;
      },
    }),
    spawn(options) {
      const url = new URL('../support/odd-reader.ts', import.meta.url);
      const worker = new Worker(url, { ...options, env: { NUMBER: String(workers.length) } });
      workers.push(worker);
      return worker;
    },
  });
  onTestFinished(() => pool.close());
  return { pool, workers, log, here, ask: (name: string) => pool.dispatch(name, {}, signal) };
}

/** As it is once both are up. */
async function oddPool() {
  const odd = newPool();
  await odd.ask('articles.counts');
  await vi.waitUntil(() => odd.workers.length === 2 && odd.here.isClosed, { timeout: 10_000 });
  // The second one answers what it was begun with.
  await vi.waitUntil(async () => (await odd.ask('library.check')) === '1', { timeout: 10_000 });
  return odd;
}

describe('reader threads', () => {
  it('are started by the first query, which does not wait for them', async () => {
    const { ask, workers, here } = newPool();
    expect(workers).toEqual([]);
    expect(await Promise.all([1, 2, 3].map(() => ask('articles.counts')))).toEqual(
      Array(3).fill('here'),
    );
    expect([workers.length, here.isClosed]).toEqual([0, false]);
    await vi.waitUntil(async () => (await ask('articles.counts')) === '0', { timeout: 10_000 });
    expect(here.isClosed).toBe(true);
  });

  it('answer slow calls from the beginning', async () => {
    const { ask } = newPool();
    expect(await Promise.all([ask('library.check'), ask('articles.counts')])).toEqual([
      '0',
      'here',
    ]);
  });

  it('share what there is to do, the one with less first', async () => {
    const { ask, workers } = await oddPool();
    expect(await ask('articles.counts')).toBe('0');
    const failed = failure(ask('articles.content'));
    expect([await ask('articles.counts'), await ask('journal.state')]).toEqual(['1', '1']);
    await Promise.all(workers.map((worker) => worker.terminate()));
    expect(await failed).toMatchObject({ code: 'bug' });
  });

  it('leave one free of slow calls', async () => {
    const { ask } = await oddPool();
    expect(await Promise.all([1, 2, 3].map(() => ask('library.check')))).toEqual(['1', '1', '1']);
  });

  it('that die take their own calls along, and are replaced', async () => {
    const { ask, workers, log } = await oddPool();
    const lost = failure(ask('articles.content'));
    expect(await ask('articles.counts')).toBe('1');
    await workers[0]?.terminate();
    expect(await lost).toMatchObject({
      code: 'bug',
      message: 'This could not be answered, because a part of Lectern failed. Try again.',
    });
    expect(await ask('articles.counts')).toBe('1');
    const hanging = failure(ask('articles.content'));
    expect(await ask('articles.counts')).toBe('2');
    expect(workers.length).toBe(3);
    expect(log.lines).toEqual([{ level: 'warn', line: 'a reader thread ended' }]);
    await workers[1]?.terminate();
    await hanging;
  });

  it('that throw are replaced as well, and the process lives on', async () => {
    const { ask, log } = await oddPool();
    await expect(ask('articles.list')).rejects.toMatchObject({ code: 'bug' });
    expect(await ask('articles.counts')).toBe('1');
    expect(log.lines[0]).toMatchObject({ level: 'error', line: 'a reader thread failed' });
  });

  it('end with the pool, and nothing is asked of them after', async () => {
    const { ask, pool, log } = await oddPool();
    const closed = { code: 'host_gone', message: 'The library is closed.' };
    const refused = failure(ask('articles.content'));
    await pool.close();
    expect(await refused).toMatchObject(closed);
    await expect(ask('articles.counts')).rejects.toMatchObject(closed);
    expect(log.lines).toEqual([]);
  });
});

/** A library whose threads are up: the second is started when the first is. */
async function threadedLibrary() {
  const workers: Worker[] = [];
  const library = await makeLibrary({
    spawnReader(options) {
      const worker = spawnReader(options);
      workers.push(worker);
      return worker;
    },
  });
  await library.client['articles.counts']({});
  await vi.waitUntil(() => workers.length === 2, { timeout: 20_000 });
  return { ...library, workers };
}

describe('a reader thread of a library', () => {
  it('tells the log of its faults, and the caller nothing of them', async () => {
    const { client, dir, ports } = await threadedLibrary();
    const db = new Database(join(dir, 'library.sqlite'));
    db.exec('DROP TABLE setting');
    db.close();
    await expect(client['settings.get']({})).rejects.toMatchObject({
      code: 'bug',
      message: 'Something went wrong inside Lectern. Nothing was changed.',
    });
    expect(ports.log.lines).toContainEqual({
      level: 'error',
      line: 'settings.get failed',
      cause: expect.stringContaining('no such table: setting'),
    });
  });

  it('that is killed is not missed', async () => {
    const { client, workers } = await threadedLibrary();
    await Promise.all(workers.map((worker) => worker.terminate()));
    expect(await client['home.get']({})).toMatchObject({ continue: [] });
    await client['settings.change']({ theme: 'dark' });
    expect(await client['settings.get']({})).toMatchObject({ theme: 'dark' });
  });
});
