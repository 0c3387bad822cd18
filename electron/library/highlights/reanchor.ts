// Keeps highlights at their words when the text of their article becomes another.
import { setImmediate } from 'node:timers/promises';
import { LibraryError } from '#contract/errors.ts';
import type { TextRange } from '#contract/types/highlight.ts';
import { anchorPlacer } from '../anchors/anchor-placer.ts';
import { findReaderText } from '../articles/content-repo.ts';
import type { ReadDb, WriteDb } from '../storage/database.ts';
import { findByUids, findOfArticle, setPlace } from './highlight-repo.ts';
import { anchorOf, type HighlightRow } from './highlight-row.ts';

/** Finds the place of a highlight in one text; null where it has none there. */
export type FindPlace = (row: HighlightRow) => TextRange | null;

export function placeFinder(text: string): FindPlace {
  const place = anchorPlacer(text);
  return (row) => {
    const found = place(anchorOf(row));
    return found.kind === 'placed' ? { start: found.start, end: found.end } : null;
  };
}

/** Highlights placed between two pauses: each takes some milliseconds where the text around it has changed. */
const PLACED_AT_ONCE = 5;

/**
 * Does the work before the transaction, in small pieces, so that thousands of highlights keep nobody waiting. What was
 * marked or changed meanwhile is looked for when it is asked for.
 * @throws LibraryError cancelled
 */
export async function placesAhead(
  db: ReadDb,
  articleId: number,
  text: string,
  signal: AbortSignal,
): Promise<FindPlace> {
  const find = placeFinder(text);
  const known = new Map<number, { readonly anchor: string; readonly place: TextRange | null }>();
  for (const [at, row] of findOfArticle(db, articleId).entries()) {
    if (at % PLACED_AT_ONCE === 0) await setImmediate();
    if (signal.aborted) throw new LibraryError('cancelled', 'Reading it again was cancelled.');
    known.set(row.id, { anchor: JSON.stringify(anchorOf(row)), place: find(row) });
  }
  return (row) => {
    const ahead = known.get(row.id);
    return ahead?.anchor === JSON.stringify(anchorOf(row)) ? ahead.place : find(row);
  };
}

/**
 * Places every highlight of an article in its new text; part of the transaction that replaces it. Those that cannot
 * be placed lose their place, and nothing else: quote and context stay as the reader made them.
 */
export function reanchor(
  db: WriteDb,
  articleId: number,
  find: FindPlace,
): { readonly placed: number; readonly lost: number } {
  const rows = findOfArticle(db, articleId);
  const placed = placeRows(db, rows, find);
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
    if (displaced.length > 0) placeRows(db, displaced, placeFinder(text));
  }
}

/** The reader text; empty where the article was never read. */
export const textOf = (db: ReadDb, articleId: number): string =>
  findReaderText(db, articleId) ?? '';

function placeRows(db: WriteDb, rows: readonly HighlightRow[], find: FindPlace): number {
  let placed = 0;
  for (const row of rows) {
    const place = find(row);
    if (place) placed++;
    const moved =
      row.start_offset !== (place?.start ?? null) || row.end_offset !== (place?.end ?? null);
    if (moved) setPlace(db, row.id, place);
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
