// What stands behind WHERE where the index is asked, and how a statement with it is prepared.
import { type ReadDb, type Statement, statement } from '../storage/database.ts';

export interface Clause {
  readonly sql: string;
  readonly values: readonly (string | number)[];
  /** With filters there are too many forms to keep a statement for each. */
  readonly isKept: boolean;
}

/** @param looksInTrash whether articles in the trash are wanted, too */
export function matchClause(db: ReadDb, match: string, looksInTrash: boolean): Clause {
  const found = 'search_index MATCH ?';
  // Looked up in a list made once per query, which is nearly always short. An index entry of an article in the trash
  // stays where it is, so that trashing and restoring are cheap.
  const sql =
    looksInTrash || !hasTrash(db)
      ? found
      : `${found} AND +search_index.rowid NOT IN (SELECT id FROM article WHERE trashed_at IS NOT NULL)`;
  return { sql, values: [match], isKept: true };
}

export const and = (one: Clause, other: Clause): Clause => ({
  sql: `${one.sql} AND ${other.sql}`,
  values: [...one.values, ...other.values],
  isKept: one.isKept && other.isKept,
});

/**
 * Entries of the index between two ids, both included. Said to be whole numbers, which the driver does not: FTS5 does not know
 * others for a border, and goes through all matches.
 */
export const between = (first: number, last: number): Clause => ({
  sql: 'search_index.rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)',
  values: [first, last],
  isKept: true,
});

/** `select` with the clause in place of `$where`. */
export function prepared<Row>(db: ReadDb, select: string, { sql, isKept }: Clause): Statement<Row> {
  const whole = select.replace('$where', () => sql);
  return isKept ? statement<Row>(db, whole) : db.prepare<unknown[], Row>(whole);
}

function hasTrash(db: ReadDb): boolean {
  return statement<number>(db, 'SELECT trash FROM list_count').pluck().get() !== 0;
}
