// How large the indexes are beside the text, and how quickly articles go in beside a bare insert into FTS5.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openWriter, type ReadDb, transaction } from '#library/storage/database.ts';
import { openStorage } from '#library/storage/open-storage.ts';
import { unpackText } from '#library/storage/text-blob.ts';
import { makePorts } from '../../support/make-ports.ts';
import { type BenchCorpus, insertArticles, startPacker } from '../big-library.ts';

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

/** @returns articles a second, in the library and in FTS5 alone, each into a new file */
export async function insertRates(corpus: BenchCorpus): Promise<{ ours: number; bare: number }> {
  const dir = mkdtempSync(join(tmpdir(), 'lectern-bench-insert-'));
  try {
    // Made beforehand: it is no part of either.
    const articles = Array.from({ length: MEASURED }, (_, i) => corpus.article(i));
    const given: BenchCorpus = { article: (i) => articles[i] as never, queries: () => ({}) };
    const ports = makePorts();
    const storage = await openStorage(join(dir, 'library'), ports, null);
    const packer = await startPacker();
    let start = performance.now();
    await insertArticles({ storage, ports, packer }, given, MEASURED);
    const ours = performance.now() - start;
    await packer.terminate();
    storage.close();

    const db = openWriter(join(dir, 'bare.sqlite'));
    db.exec(
      `CREATE VIRTUAL TABLE bare USING fts5(title, body, content = '', contentless_delete = 1)`,
    );
    const insert = db.prepare('INSERT INTO bare (title, body) VALUES (?, ?)');
    start = performance.now();
    for (let from = 0; from < MEASURED; from += AT_ONCE) {
      transaction(db, () => {
        for (const { title, text } of articles.slice(from, from + AT_ONCE)) insert.run(title, text);
      });
    }
    const bare = performance.now() - start;
    db.close();
    return { ours: (1000 * MEASURED) / ours, bare: (1000 * MEASURED) / bare };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
