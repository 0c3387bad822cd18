// Takes back a change of a row where the row still is as it left it, and leaves it where it is not.
import { transaction, type WriteDb } from '../storage/database.ts';
import { apply, isConstraint, Moved } from './apply-change.ts';
import type { RowChange } from './rows.ts';

/**
 * Part of a transaction.
 * @param change what is to be done: from `before`, which the row must be in, to `after`
 * @returns what was done, as the journal keeps it; null where that was nothing
 */
export function takeBack(db: WriteDb, change: RowChange, now: number): RowChange | null {
  const { table, key, before } = change;
  // It goes into the trash today, whenever it was made: there it stays for as long as anything else.
  const isTrashing =
    table === 'article' && before?.trashed_at === null && change.after?.trashed_at != null;
  const after = isTrashing ? { ...change.after, trashed_at: now } : change.after;
  try {
    transaction(db, () => apply(db, table, key, before, after, now));
    return { table, key, before, after };
  } catch (error) {
    if (error instanceof Moved || isConstraint(error)) return null;
    throw error;
  }
}
