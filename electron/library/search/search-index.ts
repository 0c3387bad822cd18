// Writes articles into the full-text index. The index keeps no text: what stands in it follows from article,
// reader_content, note and highlight, and can be made anew from them at any time.
import { type ReadDb, statement, type WriteDb } from '#library/storage/database.ts';
import { indexText } from './index-text.ts';

/** What an article is found by. All of it as it is read; it is folded here. */
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

export interface IndexEntry {
  /** Row id of the article. */
  readonly id: number;
  readonly fields: SearchFields;
}

/**
 * Adds articles that are not in the index yet; part of the transaction that inserts them. All of it at once, behind their rows: FTS5
 * gathers what it is given, and writes it out as a piece of its own whenever a smaller id comes, or a statement that may have
 * to be taken back alone.
 */
export function indexArticles(db: WriteDb, entries: readonly IndexEntry[]): void {
  const sorted = entries.toSorted((a, b) => a.id - b.id);
  const titles = sorted.map(({ fields }) => indexText(fields.title));
  const intoIndex = statement(
    db,
    `INSERT INTO search_index (rowid, title, headings, body, author, site, note, highlight)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  sorted.forEach(({ id, fields }, at) => {
    intoIndex.run(
      id,
      titles[at],
      indexText(fields.headings),
      indexText(fields.body),
      indexText(fields.author),
      indexText(fields.site),
      indexText(fields.note),
      indexText(fields.highlight),
    );
  });
  const intoTitles = statement(db, 'INSERT INTO title_index (rowid, title) VALUES (?, ?)');
  sorted.forEach(({ id }, at) => void intoTitles.run(id, titles[at]));
  const indexed = statement(db, 'DELETE FROM index_pending WHERE article_id = ?');
  for (const { id } of entries) indexed.run(id);
  statement(db, 'UPDATE index_state SET changes = changes + ?').run(entries.length);
}

export function indexArticle(db: WriteDb, id: number, fields: SearchFields): void {
  indexArticles(db, [{ id, fields }]);
}

export const isIndexed = (db: ReadDb, id: number): boolean =>
  statement(db, 'SELECT 1 FROM search_index_docsize WHERE id = ?').get(id) !== undefined;

/** Takes an article out. One that is not in the index is no error. */
export function unindexArticle(db: WriteDb, id: number): void {
  statement(db, 'DELETE FROM search_index WHERE rowid = ?').run(id);
  statement(db, 'DELETE FROM title_index WHERE rowid = ?').run(id);
}

/** Puts articles in again after what they are found by changed. */
export function reindex(db: WriteDb, entries: readonly IndexEntry[]): void {
  for (const { id } of entries) unindexArticle(db, id);
  indexArticles(db, entries);
}
