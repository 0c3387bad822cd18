// Changes of ten thousand articles of a library of forty thousand, through its front door, against one raw statement for each
// table that does the same with the same journal.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ArticleUid } from '#contract/types/ids.ts';
import { insertArticle } from '#library/articles/article-repo.ts';
import { openLibrary } from '#library/open-library.ts';
import { openWriter, transaction, type WriteDb } from '#library/storage/database.ts';
import { openStorage } from '#library/storage/open-storage.ts';
import { makePorts } from '../support/make-ports.ts';
import type { BenchRow, BenchTable } from './bench-table.ts';
import { rawChanges } from './keeping/raw-changes.ts';
import { median } from './median.ts';

const ARTICLES = 40_000;
const CHANGED = 10_000;
const ROUNDS = 7;
/** Tagging; the others are shown beside it. */
const LIMIT = 3;

export async function run(): Promise<BenchTable> {
  const work = mkdtempSync(join(tmpdir(), 'lectern-bench-keeping-'));
  try {
    const dir = join(work, 'library');
    const uids = await fill(dir);
    const ports = makePorts();
    const library = await openLibrary({ dir, ports });
    // A second connection: the library itself stays as it is used.
    const db = openWriter(join(dir, 'library.sqlite'));
    const { signal } = new AbortController();
    const ask = (name: string, input: unknown) => library.dispatch(name, input, signal);
    try {
      const rows: BenchRow[] = [];
      for (const [name, limit, change, raw] of cases(db, uids)) {
        const there: Pair = { ours: [], base: [] };
        const back: Pair = { ours: [], base: [] };
        for (let round = -1; round < ROUNDS; round++) {
          const kept = round >= 0;
          await timed(there.ours, kept, () => ask(...change));
          await timed(back.ours, kept, () => ask('journal.undo', {}));
          await timed(there.base, kept, () => raw.there());
          await timed(back.base, kept, () => raw.back());
        }
        rows.push(rowOf(name, limit, there), rowOf(`${name}, undone`, null, back));
      }
      return {
        name: `Changes of ${CHANGED.toLocaleString('en')} articles`,
        baseline:
          'raw SQL that changes the same rows and writes the same journal, in one transaction',
        rows,
      };
    } finally {
      db.close();
      await library.close();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

type Pair = { readonly ours: number[]; readonly base: number[] };
type Case = [
  name: string,
  limit: number | null,
  change: [call: string, input: unknown],
  raw: { there(): void; back(): void },
];

function cases(db: WriteDb, uids: readonly string[]): Case[] {
  const raw = rawChanges(db);
  const named = { uids: uids.slice(0, CHANGED) };
  const all = { all: { list: 'reading' } };
  return [
    ['tag, named one by one', LIMIT, ['tags.add', { ...named, name: 'bench' }], raw.tag],
    ['tag, all of a list', LIMIT, ['tags.add', { ...all, name: 'bench' }], raw.tag],
    ['star, all of a list', LIMIT, ['articles.star', { ...all, starred: true }], raw.star],
    ['trash, all of a list', null, ['articles.trash', { ...all, trashed: true }], raw.trash],
  ];
}

async function timed(into: number[], kept: boolean, work: () => unknown): Promise<void> {
  const start = performance.now();
  await work();
  if (kept) into.push(performance.now() - start);
}

function rowOf(name: string, limit: number | null, { ours, base }: Pair): BenchRow {
  const [our, raw] = [median(ours), median(base)];
  return { name, limit, ratio: our / raw, ours: our, base: raw, unit: 'ms' };
}

/** @returns the articles that are changed: those that are being read */
async function fill(dir: string): Promise<string[]> {
  const ports = makePorts();
  const { db, newUid, close } = await openStorage(dir, ports, null);
  const uids = transaction(db, () =>
    Array.from({ length: ARTICLES }, (_, at) => {
      const uid = ArticleUid.parse(newUid());
      insertArticle(db, {
        uid,
        sourceUrl: `https://site${at % 50}.example/${at}`,
        canonicalUrl: `https://site${at % 50}.example/${at}`,
        urlKey: `site${at % 50}.example/${at}`,
        site: `site${at % 50}.example`,
        title: `Article ${at} on what is kept`,
        author: `Author ${at % 90}`,
        siteName: `Site ${at % 50}`,
        publishedAt: '2024-05-06',
        lang: 'en',
        dir: 'ltr',
        excerpt: 'What is kept is found again. '.repeat(6),
        wordCount: 900,
        leadImage: null,
        warning: null,
        savedAt: Date.UTC(2020, 0, 1) + at * 60_000,
      });
      return uid;
    }),
  );
  // Every fourth, so that they stand among others.
  db.exec("UPDATE article SET reading_status = 'reading' WHERE id % 4 = 0");
  close();
  return uids.filter((_, at) => (at + 1) % 4 === 0);
}
