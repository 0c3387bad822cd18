// SQL of what a merge reads of an article's row.
import type { ReadingStatus } from '#contract/types/article.ts';
import { type ReadDb, statement } from '../storage/database.ts';

export type MergedColumns = {
  readonly saved_at: number;
  readonly starred_at: number | null;
  readonly trashed_at: number | null;
  readonly reading_status: ReadingStatus;
  readonly progress: number;
  readonly progress_anchor: string;
  readonly finished_at: number | null;
};

export function findMergedColumns(db: ReadDb, id: number): MergedColumns {
  const row = statement<MergedColumns>(
    db,
    `SELECT saved_at, starred_at, trashed_at, reading_status, progress, progress_anchor, finished_at
      FROM article WHERE id = ?`,
  ).get(id);
  if (!row) throw new Error('An article that is being merged is gone');
  return row;
}
