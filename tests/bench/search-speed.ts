// `npm run bench:search [-- --articles 10000,100000] [--keep FOLDER] [--rounds N]`: what search promises about speed and size, through
// the real contract with 20 rows and their passages, as ratios within one run. With `--keep` the libraries are made once and
// used again. Prints tables for docs/benchmarks.md; the exit code says whether every limit held.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { libraryContract } from '#contract/library.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { type Library, openLibrary } from '#library/open-library.ts';
import { openReader, type ReadDb } from '#library/storage/database.ts';
import { DATABASE_FILE } from '#library/storage/library-files.ts';
import { makePorts } from '../support/make-ports.ts';
import { fillLibrary, openCorpus } from './big-library.ts';
import { answerBounded, answerExact, HITS } from './search-speed/bare.ts';
import { timeBesideWriter } from './search-speed/beside-writer.ts';
import { type AskedClass, classesOf } from './search-speed/classes.ts';
import { timeWhileImporting } from './search-speed/importing.ts';
import { timeLists } from './search-speed/lists.ts';
import { insertRates, sizesOf } from './search-speed/sizes.ts';
import { type Timed, timeInTurn } from './search-speed/timing.ts';

/** Against the bounded query with rows and texts. */
const MOST_P50 = 2;
/** At the largest size, on a quiet machine. */
const MOST_P95_MS = 25;
const MOST_GROWTH = { capped: 2.5, other: 8 };
const MOST_EXACT = 1.15;
const EXACT_EXTRA_MS = 1;
const MOST_WHILE_IMPORTING = 1.5;
const MOST_INDEX = 0.8;
const MOST_DATABASE = 1.9;
const LEAST_INSERTS = 0.5;
const LIST_TIMES = 1.5;
const LIST_EXTRA_MS = 0.5;
const EXACT_ROUNDS = 3;
const WARMING_ROUNDS = 2;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000,100000' },
    keep: { type: 'string' },
    rounds: { type: 'string', default: '9' },
  },
});
const ROUNDS = Number(values.rounds);
const sizes = values.articles.split(',').map(Number);
const corpus = await openCorpus();
let held = true;
const verdict = (holds: boolean): string => {
  held &&= holds;
  return holds ? '' : ' EXCEEDED';
};
const ms = (value: number | undefined): string => (value ?? Number.NaN).toFixed(2);

interface Measured {
  readonly first: Timed;
  readonly bounded: Timed;
}

async function measureFirst(
  library: Library,
  db: ReadDb,
  { asked }: AskedClass,
  rounds = ROUNDS,
): Promise<Measured> {
  const { signal } = new AbortController();
  const [first, bounded] = await timeInTurn(asked, rounds, [
    ({ text }) => library.dispatch('search.run', { text, limit: HITS }, signal),
    (one) => answerBounded(db, one),
  ]);
  return { first, bounded } as Measured;
}

async function measureExact(library: Library, db: ReadDb, { asked }: AskedClass): Promise<Timed[]> {
  const { signal } = new AbortController();
  return timeInTurn(asked, EXACT_ROUNDS, [
    ({ text }) => library.dispatch('search.exact', { text, limit: HITS }, signal),
    (one) => answerExact(db, one),
  ]);
}

/** An older library is indexed anew first, which is work of its own. */
async function indexed(library: Library): Promise<void> {
  const { signal } = new AbortController();
  const state = libraryContract['search.indexState'].output;
  for (;;) {
    const { done, total } = state.parse(await library.dispatch('search.indexState', {}, signal));
    if (done === total) return;
    await sleep(1000);
  }
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  console.log(
    `\n| ${head.join(' | ')} |\n|${head.map((_, at) => (at === 0 ? ' --- |' : ' ---: |')).join('')}`,
  );
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

const EXACT_CLASSES = new Set([
  'rare word',
  'word in some articles',
  'common word',
  'stop word',
  'two words',
  'three words',
  'phrase',
]);

async function measureLibrary(
  dir: string,
  count: number,
  before: Map<string, Timed>,
): Promise<Map<string, Timed>> {
  const isLargest = count === Math.max(...sizes);
  const library = await openLibrary({ dir, ports: makePorts() });
  const file = join(dir, DATABASE_FILE);
  const db = openReader(file);
  const firsts = new Map<string, Timed>();
  try {
    await indexed(library);
    const classes = classesOf(corpus, db);
    console.log(`\n## ${count} articles`);
    const rows: (string | number)[][] = [];
    // The first class would else be measured while everything is compiled.
    for (const each of classes) await measureFirst(library, db, each, WARMING_ROUNDS);
    for (const each of classes) {
      const { first, bounded } = await measureFirst(library, db, each);
      firsts.set(each.name, first);
      const ratio = first.p50 / bounded.p50;
      const growth = first.p50 / (before.get(each.name)?.p50 ?? Number.NaN);
      const most = each.isCapped ? MOST_GROWTH.capped : MOST_GROWTH.other;
      rows.push([
        each.name,
        `${ms(first.p50)} / ${ms(bounded.p50)}`,
        ratio.toFixed(2) + verdict(ratio <= MOST_P50),
        ms(first.p95) + (isLargest ? verdict(first.p95 <= MOST_P95_MS) : ''),
        Number.isNaN(growth) ? '' : `${growth.toFixed(1)} of ${most}${verdict(growth <= most)}`,
      ]);
    }
    table(['first answer', 'p50, ours / bounded query', 'ratio', 'p95', 'growth'], rows);

    const exact: (string | number)[][] = [];
    for (const each of classes.filter(({ name }) => EXACT_CLASSES.has(name))) {
      const [ours, bare] = await measureExact(library, db, each);
      const ratio = ((ours?.p50 ?? Number.NaN) - EXACT_EXTRA_MS) / (bare?.p50 ?? Number.NaN);
      exact.push([
        each.name,
        `${ms(ours?.p50)} / ${ms(bare?.p50)}`,
        ratio.toFixed(2) + verdict(ratio <= MOST_EXACT),
      ]);
    }
    table(['exact answer', 'p50, ours / ORDER BY rank', 'ratio less 1 ms'], exact);

    const { signal } = new AbortController();
    const uids = db
      .prepare<[], ArticleUid>('SELECT uid FROM article ORDER BY id LIMIT 12')
      .pluck()
      .all();
    const [related] = await timeInTurn(uids, ROUNDS, [
      (uid) => library.dispatch('search.related', { uid }, signal),
    ]);
    const misspelt = (corpus.queries(12).typo ?? []).slice(0, 12);
    const [suggested] = await timeInTurn(misspelt, EXACT_ROUNDS, [
      (text) => library.dispatch('search.suggest', { text }, signal),
    ]);
    table(
      ['beside', 'p50', 'p95'],
      [
        ['related articles', ms(related?.p50), ms(related?.p95)],
        ['suggestions', ms(suggested?.p50), ms(suggested?.p95)],
      ],
    );

    const lists = await timeLists(library.dispatch, db);
    const untagged = lists.find(({ name }) => name === 'first page')?.ours ?? Number.NaN;
    table(
      ['list', 'p95, ours / its query', ''],
      lists.map(({ name, ours, base }) => [
        name,
        `${ms(ours)} / ${ms(base)}`,
        name === 'page of a tag'
          ? `${(ours / untagged).toFixed(2)} of the first page`
          : ours <= LIST_TIMES * base + LIST_EXTRA_MS
            ? ''
            : 'EXCEEDED',
      ]),
    );

    const { text, indexes, database } = sizesOf(db);
    const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
    table(
      ['size', '', 'of the text'],
      [
        ['text', mb(text), ''],
        [
          'all indexes',
          mb(indexes),
          (indexes / text).toFixed(2) + verdict(indexes <= MOST_INDEX * text),
        ],
        [
          'database',
          mb(database),
          (database / text).toFixed(2) + verdict(database <= MOST_DATABASE * text),
        ],
      ],
    );
    return firsts;
  } finally {
    db.close();
    await library.close();
  }
}

async function measureImporting(dir: string, count: number): Promise<void> {
  const { idle, importing, notes, seconds } = await timeWhileImporting(dir, corpus, count, ROUNDS);
  const rows = Object.entries(importing).map(([name, during]) => {
    const before = idle[name];
    const ratio = during.p50 / (before?.p50 ?? Number.NaN);
    return [
      name,
      `${ms(during.p50)} / ${ms(before?.p50)}`,
      ratio.toFixed(2) + verdict(ratio <= MOST_WHILE_IMPORTING),
      `${ms(during.middle)} / ${ms(before?.middle)}`,
    ];
  });
  table(['during import', 'p50, importing / idle', 'ratio', 'middle rounds'], rows);
  console.log(`${notes} notes were imported in these ${seconds.toFixed(0)} s.`);
}

/** No limit: no import of ours writes as much. */
async function measureBesideWriter(dir: string, count: number): Promise<void> {
  const { idle, writing, articles, seconds } = await timeBesideWriter(dir, corpus, count, ROUNDS);
  const rows = [...writing].map(([name, { p50 }]) => {
    const before = idle.get(name)?.p50 ?? Number.NaN;
    return [name, `${ms(p50)} / ${ms(before)}`, (p50 / before).toFixed(2)];
  });
  table(['beside a process that writes without end', 'p50, writing / idle', 'ratio'], rows);
  console.log(`${articles} articles were written in these ${seconds.toFixed(1)} s.`);
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}; load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
);
const root = values.keep ?? mkdtempSync(join(tmpdir(), 'lectern-bench-search-'));
mkdirSync(root, { recursive: true });
try {
  let before = new Map<string, Timed>();
  for (const count of sizes) {
    const dir = join(root, `articles-${count}`);
    if (!existsSync(dir)) await fillLibrary(dir, corpus, count);
    before = await measureLibrary(dir, count, before);
    await measureImporting(dir, count);
    await measureBesideWriter(dir, count);
  }
  const { ours, bare } = await insertRates(corpus);
  console.log(
    `\nArticles a second: ${ours.toFixed(0)}, bare FTS5 ${bare.toFixed(0)}: ${(ours / bare).toFixed(2)}${verdict(ours >= LEAST_INSERTS * bare)}`,
  );
  console.log(
    `load at the end ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  );
} finally {
  if (values.keep === undefined) rmSync(root, { recursive: true, force: true });
}
process.exitCode = held ? 0 : 1;
