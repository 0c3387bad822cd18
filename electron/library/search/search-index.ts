// Writes articles into the full-text index. The index keeps no text: what stands in it follows from article and
// reader_content, and can be made anew from them at any time.
import { statement, type WriteDb } from '#library/storage/database.ts';
import { normalise } from './normalise.ts';

/** What an article is found by. All of it as it is read; it is normalised here. */
export interface SearchFields {
  readonly title: string;
  /** Reader text. */
  readonly body: string;
  /** Author, site name, host: what is known of the article beside its text. */
  readonly meta: string;
}

/**
 * Adds an article. Call it in the transaction that inserts the article.
 * @param id row id of the article, not yet in the index
 */
export function indexArticle(db: WriteDb, id: number, fields: SearchFields): void {
  statement(db, 'INSERT INTO search_index (rowid, title, body, meta) VALUES (?, ?, ?, ?)').run(
    id,
    normalise(fields.title),
    normalise(fields.body),
    normalise(fields.meta),
  );
}

/** Takes an article out. One that is not in the index is no error. */
export function unindexArticle(db: WriteDb, id: number): void {
  statement(db, 'DELETE FROM search_index WHERE rowid = ?').run(id);
}

/** Puts an article in again after its title or text changed. */
export function reindex(db: WriteDb, id: number, fields: SearchFields): void {
  unindexArticle(db, id);
  indexArticle(db, id, fields);
}
