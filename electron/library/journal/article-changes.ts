// Changes of an article's state, made together with what undoes them.
import type { ReadingStatus } from '#contract/types/article.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { findRow, type RowChange, updateRow } from './rows.ts';

/** The columns of an article that its reader changes. */
export interface ArticleState {
  readonly reading_status: ReadingStatus;
  readonly progress: number;
  readonly progress_anchor: string;
  readonly finished_at: number | null;
  readonly starred_at: number | null;
  readonly archived_at: number | null;
  readonly trashed_at: number | null;
}

function findState(db: ReadDb, id: number): ArticleState | null {
  const row = statement<ArticleState>(
    db,
    `SELECT reading_status, progress, progress_anchor, finished_at, starred_at, archived_at,
      trashed_at FROM article WHERE id = ?`,
  ).get(id);
  return row ?? null;
}

/**
 * Changes one article; part of a transaction.
 * @param next the columns to set; null or what is there already changes nothing
 * @returns what changed, as the journal keeps it; null where nothing did
 */
export function changeArticle(
  db: WriteDb,
  id: number,
  next: (article: ArticleState) => Partial<ArticleState> | null,
  now: number,
): RowChange | null {
  const article = findState(db, id);
  const wanted = article && next(article);
  return wanted && setColumns(db, id, article, wanted, now);
}

/** Sets columns of one article; part of a transaction. @returns what changed; null where nothing did */
export function setColumns<Column extends string>(
  db: WriteDb,
  id: number,
  article: Readonly<Record<Column, string | number | null>>,
  wanted: Readonly<Partial<Record<Column, string | number | null>>>,
  now: number,
): RowChange | null {
  const before: Record<string, string | number | null> = {};
  const after: Record<string, string | number | null> = {};
  for (const column of Object.keys(wanted) as Column[]) {
    const value = wanted[column];
    if (value === undefined || value === article[column]) continue;
    before[column] = article[column];
    after[column] = value;
  }
  if (Object.keys(after).length === 0) return null;
  const change: RowChange = { table: 'article', key: { id }, before, after };
  updateRow(db, 'article', change.key, after, now);
  return change;
}

/** What some work makes of columns that it sets by itself; part of a transaction. @returns null where they are as before */
export function watchArticle(
  db: WriteDb,
  id: number,
  columns: readonly string[],
  work: () => void,
): RowChange | null {
  const key = { id };
  const before = findRow(db, 'article', key, columns);
  work();
  const after = findRow(db, 'article', key, columns);
  if (!before || !after) return null;
  const changed = columns.filter((column) => before[column] !== after[column]);
  if (changed.length === 0) return null;
  const only = (row: typeof before) =>
    Object.fromEntries(changed.map((column) => [column, row[column] ?? null]));
  return { table: 'article', key, before: only(before), after: only(after) };
}
