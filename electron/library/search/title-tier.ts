// Articles with what is looked for in their title: of words that half the library holds, those are found first,
// however old they are. The index of titles is small enough to be asked for them beside everything else.
import { type ReadDb, statement } from '../storage/database.ts';

/** So many of the newest titles are ranked. */
const RANKED_TITLES = 400;
/** Columns that the index of titles does not have. */
const OTHER_COLUMN = /\b(headings|body|author|site|note|highlight)\b/;

/**
 * The newest titles that match, the best first.
 * @param match an expression of the whole index; one that names other columns finds no title
 * @param isCostly whether ranking would take long: then they are in order of saving
 */
export function findTitles(db: ReadDb, match: string, limit: number, isCostly: boolean): number[] {
  const operators = match.replaceAll(/"[^"]*"/g, '""');
  if (OTHER_COLUMN.test(operators)) return [];
  const found = statement<number>(db, isCostly ? NEWEST : RANKED)
    .pluck()
    .all(match, limit);
  // What must not occur may stand in the text.
  return /\bNOT\b/.test(operators) ? matching(db, match, found) : found;
}

const NEWEST = `SELECT rowid FROM title_index
  WHERE title_index MATCH ? AND +rowid NOT IN (SELECT id FROM article WHERE trashed_at IS NOT NULL)
  ORDER BY rowid DESC LIMIT ?`;
const RANKED = `SELECT id FROM (
    SELECT rowid AS id, bm25(title_index) AS score FROM title_index
      WHERE title_index MATCH ? AND +rowid NOT IN (SELECT id FROM article WHERE trashed_at IS NOT NULL)
      ORDER BY rowid DESC LIMIT ${RANKED_TITLES})
  ORDER BY score, id DESC LIMIT ?`;

/** Those that the whole index agrees on: each is looked up, which its whole numbers tell FTS5. */
function matching(db: ReadDb, match: string, ids: readonly number[]): number[] {
  const agreed = statement<number>(
    db,
    `SELECT rowid FROM search_index
      WHERE search_index MATCH ? AND rowid IN (SELECT value FROM json_each(?))`,
  )
    .pluck()
    .all(match, JSON.stringify(ids));
  return ids.filter((id) => agreed.includes(id));
}
