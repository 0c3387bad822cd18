// How large the indexes are beside the text, and how quickly articles go in beside a bare insert into FTS5.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Worker } from 'node:worker_threads';
import { openWriter, type ReadDb, transaction } from '#library/storage/database.ts';
import { openStorage } from '#library/storage/open-storage.ts';
import { unpackText } from '#library/storage/text-blob.ts';
import { makePorts } from '../../support/make-ports.ts';
import {
  type BenchCorpus,
  givenOf,
  insertArticles,
  startPacker,
  type UnpackedArticle,
} from '../big-library.ts';
import { median } from '../median.ts';

export interface Sizes {
  /** Bytes. */
  readonly text: number;
  readonly indexes: number;
  readonly database: number;
}

export function sizesOf(db: ReadDb): Sizes {
  const bytes = (where: string) =>
    db
      .prepare<[], number>(`SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE ${where}`)
      .pluck()
      .get() ?? 0;
  let text = 0;
  for (const packed of db
    .prepare<[], Buffer>('SELECT reader_text FROM reader_content')
    .pluck()
    .iterate()) {
    text += Buffer.byteLength(unpackText(packed));
  }
  return {
    text,
    indexes: bytes(
      `name GLOB 'search_index_*' OR name GLOB 'title_index_*' OR name GLOB '*vocabulary_chunk*'`,
    ),
    database: bytes('TRUE'),
  };
}

const MEASURED = 3000;
const AT_ONCE = 200;

const TURNS = 5;

/** @returns articles a second, in the library and in FTS5 alone: medians of some turns, each into new files */
export async function insertRates(corpus: BenchCorpus): Promise<{ ours: number; bare: number }> {
  // Made beforehand: it is no part of either.
  const articles = Array.from({ length: MEASURED }, (_, i) => givenOf(corpus, i));
  const packer = await startPacker();
  const ours: number[] = [];
  const bare: number[] = [];
  try {
    for (let turn = 0; turn < TURNS; turn++) {
      const dir = mkdtempSync(join(tmpdir(), 'lectern-bench-insert-'));
      try {
        ours.push(await insertIntoLibrary(join(dir, 'library'), articles, packer));
        bare.push(insertIntoIndex(join(dir, 'bare.sqlite'), articles));
      } finally {
        rmSync(dir, { recursive: true, force: true });
      }
    }
  } finally {
    await packer.terminate();
  }
  return { ours: rate(median(ours)), bare: rate(median(bare)) };
}

const rate = (ms: number): number => (1000 * MEASURED) / ms;

/** @returns milliseconds */
async function insertIntoLibrary(
  dir: string,
  articles: readonly UnpackedArticle[],
  packer: Worker,
): Promise<number> {
  const ports = makePorts();
  const storage = await openStorage(dir, ports, null);
  const start = performance.now();
  await insertArticles(
    { storage, ports, packer },
    (i) => articles[i] as UnpackedArticle,
    articles.length,
  );
  const took = performance.now() - start;
  storage.close();
  return took;
}

/** @returns milliseconds */
function insertIntoIndex(file: string, articles: readonly UnpackedArticle[]): number {
  const db = openWriter(file);
  db.exec(
    `CREATE VIRTUAL TABLE bare USING fts5(title, body, content = '', contentless_delete = 1)`,
  );
  const insert = db.prepare('INSERT INTO bare (title, body) VALUES (?, ?)');
  const start = performance.now();
  for (let from = 0; from < articles.length; from += AT_ONCE) {
    transaction(db, () => {
      for (const { title, text } of articles.slice(from, from + AT_ONCE)) insert.run(title, text);
    });
  }
  const took = performance.now() - start;
  db.close();
  return took;
}
