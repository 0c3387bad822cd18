// Notes what an article holds beside words, for `has:code` and `has:table`.
import type { SafeHtml } from '#contract/types/html.ts';
import { statement, type WriteDb } from '../storage/database.ts';

/** Part of the transaction that writes the content, or indexes it anew. */
export function putContentFacts(db: WriteDb, articleId: number, html: SafeHtml): void {
  statement(
    db,
    'INSERT OR REPLACE INTO content_fact (article_id, code, tables) VALUES (?, ?, ?)',
  ).run(articleId, Number(/<(pre|code)[\s>]/.test(html)), Number(/<table[\s>]/.test(html)));
}
