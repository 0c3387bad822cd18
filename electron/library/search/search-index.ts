// Writes articles into the full-text index. The index keeps no text: what stands in it follows from article,
// reader_content, note and highlight, and can be made anew from them at any time.
import { statement, type WriteDb } from '#library/storage/database.ts';
import { normalise } from './normalise.ts';

/** What an article is found by. All of it as it is read; it is normalised here. */
export interface SearchFields {
  readonly title: string;
  readonly headings: string;
  /** Reader text; the headings stand in it, too. */
  readonly body: string;
  readonly author: string;
  /** Site name, host, words of the address. */
  readonly site: string;
  /** The reader's own words: the note on the article and those on its highlights. */
  readonly note: string;
  /** What the reader marked. */
  readonly highlight: string;
}

/**
 * Adds an article. Call it in the transaction that inserts the article.
 * @param id row id of the article, not yet in the index
 */
export function indexArticle(db: WriteDb, id: number, fields: SearchFields): void {
  const title = normalise(fields.title);
  statement(
    db,
    `INSERT INTO search_index (rowid, title, headings, body, author, site, note, highlight)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    title,
    normalise(fields.headings),
    normalise(fields.body),
    normalise(fields.author),
    normalise(fields.site),
    normalise(fields.note),
    normalise(fields.highlight),
  );
  statement(db, 'INSERT INTO title_index (rowid, title) VALUES (?, ?)').run(id, title);
  statement(db, 'DELETE FROM index_pending WHERE article_id = ?').run(id);
  statement(db, 'UPDATE index_state SET changes = changes + 1').run();
}

/** Takes an article out. One that is not in the index is no error. */
export function unindexArticle(db: WriteDb, id: number): void {
  statement(db, 'DELETE FROM search_index WHERE rowid = ?').run(id);
  statement(db, 'DELETE FROM title_index WHERE rowid = ?').run(id);
}

/** Puts an article in again after what it is found by changed. */
export function reindex(db: WriteDb, id: number, fields: SearchFields): void {
  unindexArticle(db, id);
  indexArticle(db, id, fields);
}
