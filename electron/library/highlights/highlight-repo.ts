// SQL of highlights: finding them, and where they stand in the text.
import { LibraryError } from '#contract/errors.ts';
import type { HighlightUid } from '#contract/types/highlight.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { seal } from '../storage/digest.ts';
import { HIGHLIGHT_COLUMNS, type HighlightRow } from './highlight-row.ts';

/** In the order of the text; those without a place come first. */
export function findOfArticle(db: ReadDb, articleId: number): HighlightRow[] {
  return statement<HighlightRow>(
    db,
    `SELECT ${HIGHLIGHT_COLUMNS} FROM highlight JOIN article ON article.id = highlight.article_id
      WHERE highlight.article_id = ? ORDER BY start_offset, end_offset, highlight.id`,
  ).all(articleId);
}

/** In the order of the uids; those that name no highlight are left out. */
export function findByUids(db: ReadDb, uids: readonly string[]): HighlightRow[] {
  return statement<HighlightRow>(
    db,
    `SELECT ${HIGHLIGHT_COLUMNS} FROM json_each(?) AS wanted
      CROSS JOIN highlight ON highlight.uid = wanted.value
      CROSS JOIN article ON article.id = highlight.article_id ORDER BY wanted.key`,
  ).all(JSON.stringify(uids));
}

/**
 * Each once, in the order asked for.
 * @throws LibraryError not_found where one of them is not in the library
 */
export function requireHighlights(db: ReadDb, uids: readonly HighlightUid[]): HighlightRow[] {
  const wanted = [...new Set(uids)];
  const rows = findByUids(db, wanted);
  const missing = wanted.length - rows.length;
  if (missing === 0) return rows;
  throw new LibraryError(
    'not_found',
    wanted.length === 1
      ? 'This highlight is not in the library any more.'
      : `Of ${wanted.length} highlights, ${missing} are not in the library any more. Nothing was changed.`,
    { missing },
  );
}

/** @throws LibraryError not_found */
export function requireHighlight(db: ReadDb, uid: HighlightUid): HighlightRow {
  const [row] = requireHighlights(db, [uid]);
  if (!row) throw new Error('requireHighlights found nothing and did not say so');
  return row;
}

/** Where it stands in today's text, null for nowhere: what the program finds out, and no change of the reader's. */
export function setPlace(
  db: WriteDb,
  id: number,
  place: { readonly start: number; readonly end: number } | null,
): void {
  statement(db, 'UPDATE highlight SET start_offset = ?, end_offset = ? WHERE id = ?').run(
    place?.start ?? null,
    place?.end ?? null,
    id,
  );
  seal(db, 'highlight', id);
}
