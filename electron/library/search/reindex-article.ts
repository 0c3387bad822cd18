// Puts articles into the index as they stand in their rows.
import { findDescription } from '../articles/article-repo.ts';
import { findContent } from '../articles/content-repo.ts';
import { searchFieldsOf } from '../clip/article-content.ts';
import { findOfArticle } from '../highlights/highlight-repo.ts';
import { findNote } from '../notes/note-repo.ts';
import { statement, type WriteDb } from '../storage/database.ts';
import { putContentFacts } from './content-facts.ts';
import { reindex, unindexArticle } from './search-index.ts';

/** Part of a transaction. An article that is gone is taken out. */
export function reindexArticle(db: WriteDb, id: number): void {
  const article = findDescription(db, id);
  if (!article) {
    unindexArticle(db, id);
    statement(db, 'DELETE FROM index_pending WHERE article_id = ?').run(id);
    return;
  }
  const marks = findOfArticle(db, id);
  const content = findContent(db, id);
  if (content) putContentFacts(db, id, content.html);
  const fields = searchFieldsOf(article, content, {
    notes: [findNote(db, id)?.markdown ?? '', ...marks.map(({ note }) => note)],
    quotes: marks.map(({ quote }) => quote),
  });
  reindex(db, id, fields);
}

/** Beyond this a saved note would have to wait for its article: 100 kB packed are some 50 ms. */
const MAX_PACKED = 100_000;
/** What one step changes is nearly always one article. */
const MAX_AT_ONCE = 20;

/**
 * Makes the entries of those articles anew whose words this transaction changed; part of it. Very long ones, and all
 * beyond the first few, are left to the keeper of the index.
 */
export function reindexChanged(db: WriteDb): void {
  const ids = statement<number>(
    db,
    `SELECT article_id FROM index_pending WHERE changed = 1
      AND coalesce((SELECT octet_length(reader_text) FROM reader_content
        WHERE reader_content.article_id = index_pending.article_id), 0) <= ${MAX_PACKED}
      ORDER BY article_id DESC LIMIT ${MAX_AT_ONCE}`,
  )
    .pluck()
    .all();
  for (const id of ids) reindexArticle(db, id);
}
