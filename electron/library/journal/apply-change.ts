// Brings rows from one state to another, as Undo and Redo do.
import { hasArticle } from '../articles/require-articles.ts';
import { bringBack, putAside } from '../snapshots/exchange-content.ts';
import type { WriteDb } from '../storage/database.ts';
import { codeOf } from '../storage/storage-error.ts';
import {
  articleOf,
  deleteRow,
  findRow,
  insertRow,
  isAsLeft,
  type RowChange,
  type TableName,
  updateRow,
  type Values,
} from './rows.ts';

/** A row is no longer as the step left it. Never leaves the journal. */
export class Moved extends Error {}

export const isConstraint = (error: unknown): boolean =>
  codeOf(error)?.startsWith('SQLITE_CONSTRAINT') ?? false;

/** @returns false where the article that it is about was deleted for good, and it means nothing any more */
export function applyUnlessGone(db: WriteDb, change: RowChange, now: number): boolean {
  const { table, key, before: from, after: to } = change;
  try {
    apply(db, table, key, from, to, now);
    return true;
  } catch (error) {
    if (!(error instanceof Moved) && !isConstraint(error)) throw error;
    const articleId = articleOf(change);
    if (articleId === null || hasArticle(db, articleId)) throw error;
    return false;
  }
}

/** Brings one row from a state it must be in to another; null is a row that is not there. @throws Moved, SqliteError */
export function apply(
  db: WriteDb,
  table: TableName,
  key: Values,
  from: Values | null,
  to: Values | null,
  now: number,
): void {
  const current = findRow(db, table, key, Object.keys(from ?? to ?? {}));
  if (from === null) {
    // It may have stayed for someone else's sake; then it must be the same.
    if (current === null && table === 'reader_content') showAgain(db, key, to, now);
    else if (current === null) insertRow(db, table, key, to ?? {});
    else if (!to || !isAsLeft(table, current, to)) throw new Moved();
    return;
  }
  if (current === null || !isAsLeft(table, current, from)) throw new Moved();
  if (table === 'reader_content') showAgain(db, key, to, now);
  else if (to === null) deleteRow(db, table, key);
  else updateRow(db, table, key, to, now);
}

/** The content of an article is more than its row. */
function showAgain(db: WriteDb, key: Values, to: Values | null, now: number): void {
  if (to === null) {
    putAside(db, Number(key.article_id), now);
    return;
  }
  const wanted = {
    snapshotId: Number(to.snapshot_id),
    extractorVersion: Number(to.extractor_version),
  };
  if (!bringBack(db, Number(key.article_id), wanted, now)) throw new Moved();
}
