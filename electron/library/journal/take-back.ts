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
  const wanted = intoTrashOfToday(change, now);
  return moveRow(db, wanted, now) ?? moveRow(db, asFarAsLeft(db, wanted), now);
}

function moveRow(db: WriteDb, change: RowChange | null, now: number): RowChange | null {
  if (change === null) return null;
  const { table, key, before, after } = change;
  const work = () => apply(db, table, key, before, after, now);
  try {
    // Only a content is more than one row, which may be moved in part.
    if (table === 'reader_content') transaction(db, work);
    else work();
    return { table, key, before, after };
  } catch (error) {
    if (error instanceof Moved || isConstraint(error)) return null;
    throw error;
  }
}

/** What goes into the trash goes there today, whenever it was made: there it stays for as long as anything else. */
function intoTrashOfToday(change: RowChange, now: number): RowChange {
  const { table, before, after } = change;
  const isTrashing =
    table === 'article' && before?.trashed_at === null && after?.trashed_at != null;
  return isTrashing ? { ...change, after: { ...after, trashed_at: now } } : change;
}

/** Columns that mean something only together. */
const together: readonly (readonly string[])[] = [
  ['reading_status', 'progress', 'progress_anchor', 'finished_at'],
  ['canonical_url', 'url_key', 'site'],
];

/**
 * Of an article those columns that nobody has changed since: a title that was corrected by hand is no reason to leave the star.
 * @returns null where those are none, or all, or it is no article
 */
function asFarAsLeft(db: WriteDb, change: RowChange): RowChange | null {
  const { table, key, before, after } = change;
  if (table !== 'article' || !before || !after) return null;
  const columns = Object.keys(before);
  const row = findRow(db, table, key, columns);
  if (!row) return null;
  const isLeft = (column: string) => isAsLeft(table, row, { [column]: before[column] ?? null });
  const left = columns.filter((column) => {
    const others = together.find((group) => group.includes(column)) ?? [column];
    return others.every((other) => !columns.includes(other) || isLeft(other));
  });
  if (left.length === 0 || left.length === columns.length) return null;
  const only = (values: Values): Values =>
    Object.fromEntries(left.map((column) => [column, values[column] ?? null]));
  return { ...change, before: only(before), after: only(after) };
}
