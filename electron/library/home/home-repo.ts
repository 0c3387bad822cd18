// SQL of home. Every row of it is the end of an index, so that a large library answers as quickly as a small one.
import { type ReadDb, statement } from '../storage/database.ts';

const UNREAD = "trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'unread'";

// As with lists: the condition repeats that of the index word for word.
const rows = {
  continue: {
    index: 'article_continue',
    where: "trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'reading'",
    order: 'opened_at',
  },
  new: { index: 'article_inbox', where: UNREAD, order: 'saved_at' },
  short: {
    index: 'article_short',
    where: `${UNREAD} AND word_count BETWEEN 1 AND 1264`,
    order: 'saved_at',
  },
  long: { index: 'article_long', where: `${UNREAD} AND word_count >= 3335`, order: 'saved_at' },
} as const;

export type RowName = keyof typeof rows;
export const rowNames = Object.keys(rows) as RowName[];

/** The statement behind a row, for the test that reads its plan as well. */
export function rowSql(name: RowName): string {
  const { index, where, order } = rows[name];
  return `SELECT id FROM article INDEXED BY ${index} WHERE ${where} ORDER BY ${order} DESC, id DESC LIMIT ?`;
}

/** Ids, what was opened or saved last first. */
export const findRow = (db: ReadDb, name: RowName, limit: number): number[] =>
  statement<number>(db, rowSql(name)).pluck().all(limit);

/** When the first article was saved that is still there; null in an empty library. */
export function findFirstSaved(db: ReadDb): number | null {
  const first = statement<number>(
    db,
    `SELECT saved_at FROM article INDEXED BY article_all WHERE trashed_at IS NULL
      ORDER BY saved_at LIMIT 1`,
  );
  return first.pluck().get() ?? null;
}

/** The id of the article that was saved last before a time; 0 where there is none. */
export function findLastId(db: ReadDb, savedBefore: number): number {
  const last = statement<number>(
    db,
    `SELECT id FROM article INDEXED BY article_all WHERE trashed_at IS NULL AND saved_at < ?
      ORDER BY saved_at DESC, id DESC LIMIT 1`,
  );
  return last.pluck().get(savedBefore) ?? 0;
}

/** So many articles are looked at for one that was not begun, or put away, before the day began. */
const LOOKED_AT = 50;

/** The first article from this id on that was saved before a time and is unread, or was until today. */
export function findLeftFrom(
  db: ReadDb,
  id: number,
  { savedBefore, today }: { readonly savedBefore: number; readonly today: number },
): number | null {
  const found = statement<number>(
    db,
    `SELECT id FROM (
        SELECT id, saved_at, trashed_at, archived_at, reading_status, opened_at, finished_at
          FROM article WHERE id >= ? ORDER BY id LIMIT ${LOOKED_AT})
      WHERE saved_at < ? AND trashed_at IS NULL AND (archived_at IS NULL OR archived_at >= ?)
        AND (reading_status = 'unread' OR opened_at >= ? OR finished_at >= ?)
      ORDER BY id LIMIT 1`,
  );
  return found.pluck().get(id, savedBefore, today, today, today) ?? null;
}
