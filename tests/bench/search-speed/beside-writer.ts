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

const writer = resolve(import.meta.dirname, 'writing-process.ts');

export interface BesideWriter {
  readonly times: Map<string, Timed>;
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
  const child = spawn(process.execPath, [writer, file, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const { signal } = new AbortController();
  const times = new Map<string, Timed>();
  const articles = db.prepare<[], number>('SELECT count(*) FROM article').pluck();
  try {
    await once(child.stdout, 'data');
    const [before, start] = [articles.get() ?? 0, performance.now()];
    for (const { name, asked } of classesBeside(corpus, db)) {
      const [timed] = await timeInTurn(asked, rounds, [
        ({ text }) => library.dispatch('search.run', { text, limit: HITS }, signal),
      ]);
      if (timed) times.set(name, timed);
    }
    const seconds = (performance.now() - start) / 1000;
    return { times, articles: (articles.get() ?? 0) - before, seconds };
  } finally {
    child.kill('SIGTERM');
    await ended;
    db.close();
    await library.close();
    rmSync(copy, { recursive: true, force: true });
  }
}
