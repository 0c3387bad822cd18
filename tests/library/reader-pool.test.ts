// Reader threads: shared out by load, one kept free of slow calls, replaced when they die.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readerPool } from '#library/reader-pool.ts';
import { makeLibrary } from '../support/make-library.ts';
import { spawnReader, testLog } from '../support/make-ports.ts';

const signal = new AbortController().signal;

/** Listened to at once: what fails while nobody listens is a fault of its own. */
const failure = (call: Promise<unknown>) => call.catch((error: unknown) => error);

/** A pool over threads that answer with their number, or hang when they are asked for content. */
function oddPool() {
  const workers: Worker[] = [];
  const log = testLog();
  const pool = readerPool({
    dir: '/nowhere',
    log,
    spawn(options) {
      const url = new URL('../support/odd-reader.ts', import.meta.url);
      const worker = new Worker(url, { ...options, env: { NUMBER: String(workers.length) } });
      workers.push(worker);
      return worker;
    },
  });
  onTestFinished(() => pool.close());
  return { pool, workers, log, ask: (name: string) => pool.dispatch(name, {}, signal) };
}

describe('reader threads', () => {
  it('share what there is to do, the one with less first', async () => {
    const { ask, workers } = oddPool();
    expect(await ask('articles.counts')).toBe('0');
    const failed = failure(ask('articles.content'));
    expect([await ask('articles.counts'), await ask('journal.state')]).toEqual(['1', '1']);
    await Promise.all(workers.map((worker) => worker.terminate()));
    expect(await failed).toMatchObject({ code: 'bug' });
  });

  it('leave one free of slow calls', async () => {
    const { ask } = oddPool();
    expect(await Promise.all([1, 2, 3].map(() => ask('library.check')))).toEqual(['1', '1', '1']);
  });

  it('that die take their own calls along, and are replaced', async () => {
    const { ask, workers, log } = oddPool();
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
    const { ask, log } = oddPool();
    await expect(ask('articles.list')).rejects.toMatchObject({ code: 'bug' });
    expect(await ask('articles.counts')).toBe('1');
    expect(log.lines[0]).toMatchObject({ level: 'error', line: 'a reader thread failed' });
  });

  it('end with the pool, and nothing is asked of them after', async () => {
    const { ask, pool, log } = oddPool();
    const closed = { code: 'host_gone', message: 'The library is closed.' };
    const refused = failure(ask('articles.content'));
    await pool.close();
    expect(await refused).toMatchObject(closed);
    await expect(ask('articles.counts')).rejects.toMatchObject(closed);
    expect(log.lines).toEqual([]);
  });
});

describe('a reader thread of a library', () => {
  it('tells the log of its faults, and the caller nothing of them', async () => {
    const { client, dir, ports } = await makeLibrary();
    await client['settings.get']({});
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
    const workers: Worker[] = [];
    const { client } = await makeLibrary({
      spawnReader(options) {
        const worker = spawnReader(options);
        workers.push(worker);
        return worker;
      },
    });
    await client['home.get']({});
    await Promise.all(workers.map((worker) => worker.terminate()));
    expect(await client['home.get']({})).toMatchObject({ continue: [] });
    await client['settings.change']({ theme: 'dark' });
    expect(await client['settings.get']({})).toMatchObject({ theme: 'dark' });
  });
});
