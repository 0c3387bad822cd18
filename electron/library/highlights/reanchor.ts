// Keeps highlights at their words when the text of their article becomes another.
import { anchorPlacer } from '../anchors/anchor-placer.ts';
import { findReaderText } from '../articles/content-repo.ts';
import type { ReadDb, WriteDb } from '../storage/database.ts';
import { findByUids, findOfArticle, setPlace } from './highlight-repo.ts';
import { anchorOf, type HighlightRow } from './highlight-row.ts';

/**
 * Places every highlight of an article in its new text; part of the transaction that replaces it. Those that cannot
 * be placed lose their place, and nothing else: quote and context stay as the reader made them.
 */
export function reanchor(
  db: WriteDb,
  articleId: number,
  text: string,
): { readonly placed: number; readonly lost: number } {
  const rows = findOfArticle(db, articleId);
  const placed = placeRows(db, rows, text);
  return { placed, lost: rows.length - placed };
}

/**
 * Puts highlights right that a step of the journal brought back: their places are those of the text of that time.
 * Only those whose words are not where they are said to be are looked for, and those without a place stay so.
 */
export function settleHighlights(db: WriteDb, uids: readonly string[]): void {
  if (uids.length === 0) return;
  for (const [articleId, rows] of byArticle(findByUids(db, uids))) {
    const text = textOf(db, articleId);
    const displaced = rows.filter((row) => {
      const { start_offset: start, end_offset: end } = row;
      return start !== null && end !== null && text.slice(start, end) !== row.quote;
    });
    if (displaced.length > 0) placeRows(db, displaced, text);
  }
}

/** The reader text; empty where the article was never read. */
export const textOf = (db: ReadDb, articleId: number): string =>
  findReaderText(db, articleId) ?? '';

function placeRows(db: WriteDb, rows: readonly HighlightRow[], text: string): number {
  const place = anchorPlacer(text);
  let placed = 0;
  for (const row of rows) {
    const found = place(anchorOf(row));
    const range = found.kind === 'placed' ? found : null;
    if (range) placed++;
    const moved =
      row.start_offset !== (range?.start ?? null) || row.end_offset !== (range?.end ?? null);
    if (moved) setPlace(db, row.id, range);
  }
  return placed;
}

function byArticle(rows: readonly HighlightRow[]): Map<number, HighlightRow[]> {
  const articles = new Map<number, HighlightRow[]>();
  for (const row of rows) {
    const ofArticle = articles.get(row.article_id);
    if (ofArticle) ofArticle.push(row);
    else articles.set(row.article_id, [row]);
  }
  return articles;
}
