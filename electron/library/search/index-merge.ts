// Puts the index in one piece again. Every clip adds a piece of its own, FTS5 joins those now and then, and each search
// looks into all that are left: with two dozen of them a rare word takes five times as long as with one.
import { statement, type WriteDb } from '../storage/database.ts';

const TABLES = ['search_index', 'title_index'] as const;
/** With fewer pieces nothing is gained that anyone notices. */
const MANY_PIECES = 8;
/** All of the index is written anew for it: only where so much of it is not in the largest piece. */
const SCATTERED = 0.1;
/** Pages written in a step: some 10 ms. */
const PAGES_AT_ONCE = 64;
/** Joining changes fewer rows than this where nothing is left to be joined. */
const LEAST_CHANGES = 2;

export interface IndexMerge {
  /**
   * Joins a little, where nobody has written anything since the last look.
   * @returns whether there is more to do at once
   */
  step(): boolean;
}

export function indexMerge(db: WriteDb): IndexMerge {
  let seen = -1;
  let inspected = -1;
  let table: (typeof TABLES)[number] | undefined;
  let isBegun = false;

  return {
    step() {
      const changes = totalChanges(db);
      if (changes !== seen) {
        seen = changes;
        return false;
      }
      if (!table) {
        if (inspected === changes) return false;
        table = TABLES.find((one) => isScattered(db, one));
        inspected = changes;
        isBegun = false;
        if (!table) return false;
      }
      mergeSome(db, table, isBegun ? PAGES_AT_ONCE : -PAGES_AT_ONCE);
      isBegun = true;
      seen = totalChanges(db);
      if (seen - changes < LEAST_CHANGES) table = undefined;
      return true;
    },
  };
}

/** @param pages below 0 to begin: then all pieces are to become one, whatever their sizes */
function mergeSome(db: WriteDb, table: string, pages: number): void {
  statement(db, `INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`).run(pages);
}

function isScattered(db: WriteDb, table: string): boolean {
  // The table's shadow has a row for each page of each piece.
  const { pieces, pages, largest } = statement<{ pieces: number; pages: number; largest: number }>(
    db,
    `SELECT count(*) AS pieces, coalesce(sum(pages), 0) AS pages, coalesce(max(pages), 0) AS largest
      FROM (SELECT count(*) AS pages FROM ${table}_idx GROUP BY segid)`,
  ).get() ?? { pieces: 0, pages: 0, largest: 0 };
  return pieces >= MANY_PIECES && pages - largest > SCATTERED * pages;
}

function totalChanges(db: WriteDb): number {
  return statement<number>(db, 'SELECT total_changes()').pluck().get() ?? 0;
}
