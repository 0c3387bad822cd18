// Links from an article to other pages, joined by url_key to those that are in the library as well.
import { statement, type WriteDb } from '../storage/database.ts';

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
