// What nobody can leave out: the query itself, in this process, and reading rows and texts of what it found.
import { type ReadDb, statement } from '#library/storage/database.ts';
import { unpackText } from '#library/storage/text-blob.ts';
import type { Asked } from './classes.ts';

export const HITS = 20;
const WEIGHTS = '10.0, 1.0, 1.0, 4.0, 4.0, 1.0, 1.0';

const whereOf = ({ condition }: Asked): string =>
  condition === undefined
    ? 'search_index MATCH ?'
    : `search_index MATCH ? AND EXISTS (SELECT 1 FROM article WHERE article.id = search_index.rowid AND ${condition})`;

/** The newest 2,000 that match, ranked. @returns how much text was read, so that nothing of it can be left out */
export function answerBounded(db: ReadDb, asked: Asked): number {
  const sql = `SELECT id FROM (
      SELECT rowid AS id, bm25(search_index, ${WEIGHTS}) AS score FROM search_index
        WHERE ${whereOf(asked)} ORDER BY rowid DESC LIMIT 2000)
    ORDER BY score, id DESC LIMIT ${HITS}`;
  return readRows(db, statement<number>(db, sql).pluck().all(asked.match));
}

/** All that match, ranked by FTS5 itself. */
export function answerExact(db: ReadDb, asked: Asked): number {
  const sql = `SELECT rowid FROM search_index WHERE ${whereOf(asked)} ORDER BY rank LIMIT ${HITS}`;
  return readRows(db, statement<number>(db, sql).pluck().all(asked.match));
}

/** Rows and texts of articles. @returns how much text was read, so that nothing of it can be left out */
export function readRows(db: ReadDb, ids: readonly number[]): number {
  let length = 0;
  for (const id of ids) {
    const row = statement<{ title: string }>(db, 'SELECT * FROM article WHERE id = ?').get(id);
    const packed = statement<Buffer>(
      db,
      'SELECT reader_text FROM reader_content WHERE article_id = ?',
    )
      .pluck()
      .get(id);
    length += (row?.title.length ?? 0) + (packed ? unpackText(packed).length : 0);
  }
  return length;
}
