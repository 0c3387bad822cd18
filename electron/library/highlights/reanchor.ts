// Keeps highlights at their words when the text of their article becomes another.
import { anchorPlacer } from '../anchors/anchor-placer.ts';
import { findReaderText } from '../articles/content-repo.ts';
import type { ReadDb, WriteDb } from '../storage/database.ts';
import { findByUids, setPlace } from './highlight-repo.ts';
import { anchorOf, type HighlightRow } from './highlight-row.ts';

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

function placeRows(db: WriteDb, rows: readonly HighlightRow[], text: string): void {
  const place = anchorPlacer(text);
  for (const row of rows) {
    const found = place(anchorOf(row));
    const range = found.kind === 'placed' ? found : null;
    const moved =
      row.start_offset !== (range?.start ?? null) || row.end_offset !== (range?.end ?? null);
    if (moved) setPlace(db, row.id, range);
  }
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
