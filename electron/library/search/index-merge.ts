// Puts the index in few pieces again. Every clip adds a piece of its own, FTS5 joins those now and then, and each search
// looks into all that are left: with two dozen of them a rare word takes five times as long as with one.
import { statement, type WriteDb } from '../storage/database.ts';

const TABLES = ['search_index', 'title_index'] as const;
type Table = (typeof TABLES)[number];
/**
 * From so many on FTS5 is asked to join what was written about as often as each other, from four on: some milliseconds of work, in
 * place of what it does by itself only after dozens of clips. A rare word takes a quarter less time.
 */
const SOME_PIECES = 5;
/** From so many on all of the index is written anew, where so much of it is not in the largest piece. */
const MANY_PIECES = 8;
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
  /** Of which nothing more can be joined until somebody writes. */
  const joined = new Set<Table>();
  let joining: { readonly table: Table; pages: number } | null = null;

  function begin(): typeof joining {
    for (const table of TABLES) {
      if (joined.has(table)) continue;
      const { pieces, isScattered } = look(db, table);
      if (isScattered) return { table, pages: -PAGES_AT_ONCE };
      if (pieces >= SOME_PIECES) return { table, pages: PAGES_AT_ONCE };
    }
    return null;
  }

  return {
    step() {
      const changes = totalChanges(db);
      if (changes !== seen) {
        seen = changes;
        joined.clear();
        return false;
      }
      joining ??= begin();
      if (!joining) {
        for (const table of TABLES) joined.add(table);
        return false;
      }
      mergeSome(db, joining.table, joining.pages);
      joining.pages = PAGES_AT_ONCE;
      seen = totalChanges(db);
      if (seen - changes < LEAST_CHANGES) {
        joined.add(joining.table);
        joining = null;
      }
      return true;
    },
  };
}

/** @param pages below 0 to begin: then all pieces are to become one, whatever their sizes */
function mergeSome(db: WriteDb, table: Table, pages: number): void {
  statement(db, `INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`).run(pages);
}

function look(db: WriteDb, table: Table): { pieces: number; isScattered: boolean } {
  // The table's shadow has a row for each page of each piece.
  const { pieces, pages, largest } = statement<{ pieces: number; pages: number; largest: number }>(
    db,
    `SELECT count(*) AS pieces, coalesce(sum(pages), 0) AS pages, coalesce(max(pages), 0) AS largest
      FROM (SELECT count(*) AS pages FROM ${table}_idx GROUP BY segid)`,
  ).get() ?? { pieces: 0, pages: 0, largest: 0 };
  const isScattered = pieces >= MANY_PIECES && pages - largest > SCATTERED * pages;
  return { pieces, isScattered };
}

function totalChanges(db: WriteDb): number {
  return statement<number>(db, 'SELECT total_changes()').pluck().get() ?? 0;
}
