// What an undone import has to leave as it was: every row of the library, but for articles that were not in it, which lie in the trash,
// and for versions, whose bytes are kept whatever is shown.
import type { ReadDb } from '#library/storage/database.ts';
import { statement } from '#library/storage/database.ts';
import { libraryRows } from './library-rows.ts';

type Rows = ReturnType<typeof libraryRows>;

/** Snapshots, what is kept of them, and their files. */
const HISTORY =
  /^(?:asset|snapshot.*|kept_.*|whole_snapshot|rendered_snapshot|edited_content|deleted_article)$/;

export const articleUids = (db: ReadDb): ReadonlySet<string> =>
  new Set(statement<string>(db, 'SELECT uid FROM article').pluck().all());

/** Undo is a change as well, and fills the trash. */
const living = (row: Rows[string][number]): Rows[string][number] => ({
  ...row,
  ...('updated_at' in row && { updated_at: null }),
  ...('trash' in row && { trash: null }),
});

/** @param known the articles whose rows count */
export function livingRows(db: ReadDb, known: ReadonlySet<string>): Rows {
  const isKnown = (row: Rows[string][number], table: string) => {
    const uids = table === 'article' ? [row.uid] : [row.article_id ?? []].flat(2);
    return uids.every((uid) => known.has(String(uid)));
  };
  return Object.fromEntries(
    Object.entries(libraryRows(db))
      .filter(([table]) => !HISTORY.test(table))
      .map(([table, rows]) => [table, rows.filter((row) => isKnown(row, table)).map(living)]),
  );
}
