// SQL of the pages that articles link to and that are not in the library.
import { LibraryError } from '#contract/errors.ts';
import type { WantedPage } from '#contract/types/link.ts';
import { type ReadDb, statement } from '../storage/database.ts';

interface WantedRow extends WantedPage {
  readonly urlKey: string;
}

/** The most linked to first: a range of an index, in which what is saved is passed over. */
export const WANTED_SQL = `SELECT linked_page.url_key AS urlKey, linked_page.article_count AS count,
    link.url, link.text
  FROM linked_page INDEXED BY linked_page_count
  CROSS JOIN link ON link.url_key = linked_page.url_key AND link.article_id = (
    SELECT one.article_id FROM link AS one CROSS JOIN article ON article.id = one.article_id
      WHERE one.url_key = linked_page.url_key AND article.trashed_at IS NULL LIMIT 1
  )
  WHERE linked_page.article_count <= ?
    AND (linked_page.article_count < ? OR linked_page.url_key > ?)
    AND NOT EXISTS (SELECT 1 FROM article WHERE article.url_key = linked_page.url_key)
  ORDER BY linked_page.article_count DESC, linked_page.url_key LIMIT ?`;

/** @throws LibraryError invalid_input for what is no `next` of a page */
export function findWanted(
  db: ReadDb,
  after: string | undefined,
  limit: number,
): { pages: WantedPage[]; next: string | null } {
  const [count, urlKey] = after === undefined ? [Number.MAX_SAFE_INTEGER, ''] : readCursor(after);
  const rows = statement<WantedRow>(db, WANTED_SQL).all(count, count, urlKey, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    pages: shown.map((row) => ({ url: row.url, text: row.text, count: row.count })),
    next: last && rows.length > limit ? `${last.count}:${last.urlKey}` : null,
  };
}

function readCursor(cursor: string): [count: number, urlKey: string] {
  const [, count = '', urlKey = ''] = /^(\d{1,9}):(.*)$/s.exec(cursor) ?? [];
  if (count === '') {
    throw new LibraryError('invalid_input', 'This page does not belong to this list.');
  }
  return [Number(count), urlKey];
}
