// Takes back a change of a row where the row still is as it left it, and leaves it where it is not.
import { transaction, type WriteDb } from '../storage/database.ts';
import { apply, isConstraint, Moved } from './apply-change.ts';
import { findRow, isAsLeft, type RowChange, type Values } from './rows.ts';

/**
 * Part of a transaction.
 * @param change what is to be done: from `before`, which the row must be in, to `after`
 * @returns what was done, as the journal keeps it; null where that was nothing
 */
export function takeBack(db: WriteDb, change: RowChange, now: number): RowChange | null {
  const { table, key, before, after } = asFarAsLeft(db, change, now);
  try {
    transaction(db, () => apply(db, table, key, before, after, now));
    return { table, key, before, after };
  } catch (error) {
    if (error instanceof Moved || isConstraint(error)) return null;
    throw error;
  }
}

/** Columns that mean something only together. */
const together: readonly (readonly string[])[] = [
  ['reading_status', 'progress', 'progress_anchor', 'finished_at'],
  ['canonical_url', 'url_key', 'site'],
];

/** Of an article those columns that nobody has changed since: a title that was corrected by hand is no reason to leave the star. */
function asFarAsLeft(db: WriteDb, change: RowChange, now: number): RowChange {
  const { table, key, before, after } = change;
  if (table !== 'article' || !before || !after) return change;
  const columns = Object.keys(before);
  const row = findRow(db, table, key, columns);
  if (!row) return change;
  const isLeft = (column: string) => isAsLeft(table, row, { [column]: before[column] ?? null });
  const left = columns.filter((column) => {
    const others = together.find((group) => group.includes(column)) ?? [column];
    return others.every((other) => !columns.includes(other) || isLeft(other));
  });
  if (left.length === 0) return change;
  const only = (values: Values): Values =>
    Object.fromEntries(left.map((column) => [column, values[column] ?? null]));
  // It goes into the trash today, whenever it was made: there it stays for as long as anything else.
  const isTrashing = before.trashed_at === null && after.trashed_at != null;
  return {
    ...change,
    before: only(before),
    after: {
      ...only(after),
      ...(isTrashing && left.includes('trashed_at') && { trashed_at: now }),
    },
  };
}
