// Notes what an article holds beside words, for `has:code`, `has:table` and `has:pdf`.
import type { SafeHtml } from '#contract/types/html.ts';
import { statement, type WriteDb } from '../storage/database.ts';

/** Part of the transaction that writes the content, after its row, or that indexes it anew. */
export function putContentFacts(db: WriteDb, articleId: number, html: SafeHtml): void {
  statement(
    db,
    `INSERT OR REPLACE INTO content_fact (article_id, code, tables, pdf)
      SELECT reader_content.article_id, ?, ?, snapshot.kind = 'pdf'
      FROM reader_content JOIN snapshot ON snapshot.id = reader_content.snapshot_id
      WHERE reader_content.article_id = ?`,
  ).run(Number(/<(pre|code)[\s>]/.test(html)), Number(/<table[\s>]/.test(html)), articleId);
}
