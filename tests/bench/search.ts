// Search among 10,000 articles: 20 hits with their passages, asked of a library as a window asks it, against what
// nobody can leave out: the bounded query itself, and reading the rows and texts of those 20.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openLibrary } from '#library/open-library.ts';
import { openReader, type ReadDb, statement } from '#library/storage/database.ts';
import { DATABASE_FILE } from '#library/storage/library-files.ts';
import { makePorts } from '../support/make-ports.ts';
import type { BenchRow, BenchTable } from './bench-table.ts';
import { type BenchCorpus, fillLibrary, openCorpus } from './big-library.ts';
import { median } from './median.ts';
import { readRows } from './search-speed/bare.ts';

const ARTICLES = 10_000;
const HITS = 20;
const QUERIES_PER_CLASS = 12;
/** Each query is asked this often on either side, in turn; its quickest answer counts. */
const ROUNDS = 15;
const LIMIT = 2;

/** A query as typed, and as SQLite is asked. */
interface Asked {
  readonly text: string;
  readonly match: string;
}

const asWords = (text: string): Asked => ({
  text,
  match: text
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' AND '),
});
const asPhrase = (text: string): Asked => ({ text: `"${text}"`, match: `"${text}"` });
const asPrefix = (text: string): Asked => ({ text: `${text}*`, match: `"${text}" *` });

function classesOf(corpus: BenchCorpus): Record<string, Asked[]> {
  const queries = corpus.queries(QUERIES_PER_CLASS);
  const of = (name: string, make: (text: string) => Asked) => (queries[name] ?? []).map(make);
  const prefixes = of('prefix', asPrefix);
  const letters = ({ text }: Asked) => text.length - 1;
  return {
    'rare word': of('rare', asWords),
    'word in some articles': of('mid', asWords),
    'common word': of('common', asWords),
    'stop word': of('stop', asWords),
    'two words': of('and2', asWords),
    phrase: of('phrase', asPhrase),
    'phrase of stop words': of('phraseCommon', asPhrase),
    'prefix of 3 letters and more': prefixes.filter((one) => letters(one) > 2),
    'prefix of 2 letters': prefixes.filter((one) => letters(one) < 3),
  };
}

const BOUNDED = `SELECT id FROM (
    SELECT rowid AS id, bm25(search_index, 10.0, 1.0, 4.0) AS score FROM search_index
      WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT 2000)
  ORDER BY score, id DESC LIMIT ${HITS}`;

const answerBare = (db: ReadDb, match: string): number =>
  readRows(db, statement<number>(db, BOUNDED).pluck().all(match));

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function measure(
  name: string,
  queries: readonly Asked[],
  ask: (text: string) => Promise<unknown>,
  db: ReadDb,
): Promise<BenchRow> {
  const ours: number[] = [];
  const base: number[] = [];
  for (const { text, match } of queries) {
    let best = Number.POSITIVE_INFINITY;
    let bare = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round++) {
      best = Math.min(best, await timed(() => ask(text)));
      bare = Math.min(bare, await timed(() => answerBare(db, match)));
    }
    ours.push(best);
    base.push(bare);
  }
  const [our, bare] = [median(ours), median(base)];
  return { name, limit: LIMIT, ratio: our / bare, ours: our, base: bare, unit: 'ms' };
}

export async function run(): Promise<BenchTable> {
  const dir = mkdtempSync(join(tmpdir(), 'lectern-bench-search-'));
  try {
    const corpus = await openCorpus();
    await fillLibrary(dir, corpus, ARTICLES);
    const library = await openLibrary({ dir, ports: makePorts() });
    const db = openReader(join(dir, DATABASE_FILE));
    try {
      const { signal } = new AbortController();
      const ask = (text: string) => library.dispatch('search.run', { text, limit: HITS }, signal);
      const rows: BenchRow[] = [];
      const classes = Object.entries(classesOf(corpus)).filter(([, asked]) => asked.length > 0);
      // Once for nothing, so that both sides are measured warm.
      for (const [name, asked] of classes) await measure(name, asked, ask, db);
      for (const [name, asked] of classes) rows.push(await measure(name, asked, ask, db));
      return {
        name: `Search among ${ARTICLES} articles: ${HITS} hits with passages, through the reader thread`,
        baseline:
          'the newest 2,000 matches ranked by bm25, and rows and texts of the best 20 read and inflated, in this ' +
          `process; per query the quickest of ${ROUNDS} in turn, per class the median of queries`,
        rows,
      };
    } finally {
      db.close();
      await library.close();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
