// The same searches beside another process that writes into the library without end: harder than any import is.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openLibrary } from '#library/open-library.ts';
import { openReader } from '#library/storage/database.ts';
import { DATABASE_FILE } from '#library/storage/library-files.ts';
import { makePorts } from '../../support/make-ports.ts';
import type { BenchCorpus } from '../big-library.ts';
import { HITS } from './bare.ts';
import { classesBeside } from './classes.ts';
import { type Timed, timeInTurn } from './timing.ts';

const WARMING_ROUNDS = 2;
const writer = resolve(import.meta.dirname, 'writing-process.ts');

type Times = ReadonlyMap<string, Timed>;

export interface BesideWriter {
  readonly idle: Times;
  readonly writing: Times;
  /** That it wrote meanwhile. */
  readonly articles: number;
  readonly seconds: number;
}

/** In a copy, so that a library that is kept stays what it is. @param count articles that are in it */
export async function timeBesideWriter(
  dir: string,
  corpus: BenchCorpus,
  count: number,
  rounds: number,
): Promise<BesideWriter> {
  const copy = `${dir}-written`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(dir, copy, { recursive: true });
  const library = await openLibrary({ dir: copy, ports: makePorts() });
  const file = join(copy, DATABASE_FILE);
  const db = openReader(file);
  const { signal } = new AbortController();
  const classes = classesBeside(corpus, db);
  async function timeAll(times = rounds): Promise<Times> {
    const all = new Map<string, Timed>();
    for (const { name, asked } of classes) {
      const [timed] = await timeInTurn(asked, times, [
        ({ text }) => library.dispatch('search.run', { text, limit: HITS }, signal),
      ]);
      if (timed) all.set(name, timed);
    }
    return all;
  }
  await timeAll(WARMING_ROUNDS);
  const idle = await timeAll();
  const child = spawn(process.execPath, [writer, file, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const articles = db.prepare<[], number>('SELECT count(*) FROM article').pluck();
  try {
    await once(child.stdout, 'data');
    const [before, start] = [articles.get() ?? 0, performance.now()];
    const writing = await timeAll();
    const seconds = (performance.now() - start) / 1000;
    return { idle, writing, articles: (articles.get() ?? 0) - before, seconds };
  } finally {
    child.kill('SIGTERM');
    await ended;
    db.close();
    await library.close();
    rmSync(copy, { recursive: true, force: true });
  }
}
