// Links from an article to other pages, joined by url_key to those that are in the library as well. How many articles
// link to a page is kept by triggers.
import type { LinkedArticle } from '#contract/types/link.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

export interface LinkRow {
  readonly articleId: number;
  /** See url-key.ts. */
  readonly urlKey: string;
  readonly url: string;
  readonly text: string;
}

/** The first link to a page stands for all links of the article to it. */
export function insertLink(db: WriteDb, row: LinkRow): void {
  statement(
    db,
    `INSERT INTO link (article_id, url_key, url, text) VALUES (?, ?, ?, ?)
     ON CONFLICT (article_id, url_key) DO NOTHING`,
  ).run(row.articleId, row.urlKey, row.url, row.text);
}

export function deleteLinks(db: WriteDb, articleId: number): void {
  statement(db, 'DELETE FROM link WHERE article_id = ?').run(articleId);
}

const LINKED_COLUMNS = `article.uid, article.title,
  coalesce(article.site_name, article.site) AS siteName, article.excerpt,
  article.reading_status AS readingStatus`;

/** Articles outside the trash by what their address has in common with a link's. */
export function findByUrlKeys(
  db: ReadDb,
  urlKeys: readonly string[],
): Map<string, { readonly id: number; readonly article: LinkedArticle }> {
  const rows = statement<LinkedArticle & { id: number; urlKey: string }>(
    db,
    `SELECT article.id, article.url_key AS urlKey, ${LINKED_COLUMNS}
      FROM json_each(?) AS wanted CROSS JOIN article ON article.url_key = wanted.value
      WHERE article.trashed_at IS NULL`,
  ).all(JSON.stringify(urlKeys));
  return new Map(rows.map(({ id, urlKey, ...article }) => [urlKey, { id, article }]));
}

interface Linker {
  readonly id: number;
  readonly text: string;
  readonly article: LinkedArticle;
}

const LINKERS = `FROM article AS target
  CROSS JOIN link INDEXED BY link_target ON link.url_key = target.url_key
  CROSS JOIN article ON article.id = link.article_id
  WHERE target.id = ? AND article.trashed_at IS NULL AND article.id <> target.id`;

/** Articles outside the trash that link to one, the last saved first. @param before an id to go on from */
export function findLinkers(db: ReadDb, id: number, before: number, limit: number): Linker[] {
  const rows = statement<LinkedArticle & { id: number; text: string }>(
    db,
    `SELECT article.id, link.text, ${LINKED_COLUMNS} ${LINKERS} AND link.article_id < ?
      ORDER BY link.article_id DESC LIMIT ?`,
  ).all(id, before, limit);
  return rows.map(({ id: linkerId, text, ...article }) => ({ id: linkerId, text, article }));
}

export function countLinkers(db: ReadDb, id: number): number {
  return statement<number>(db, `SELECT count(*) ${LINKERS}`).pluck().get(id) ?? 0;
}
