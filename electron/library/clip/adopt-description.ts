// An article whose page could not be read has a title made up from its file or address. Once the page is read, the article is
// called what the page calls itself; a title that somebody else gave it stays.
import type { ParsedPage } from '#contract/page.ts';
import { findDescription, updateDescription } from '../articles/article-repo.ts';
import { findReaderText } from '../articles/content-repo.ts';
import type { WriteDb } from '../storage/database.ts';
import { makeshiftTitle } from './clip-source.ts';
import { findSnapshotInUse } from './snapshot-repo.ts';

export type PageDescription = Pick<ParsedPage, 'title' | 'author' | 'siteName' | 'publishedAt'>;

/** Part of the transaction that shows the content of the page, and before it. */
export function adoptDescription(
  db: WriteDb,
  articleId: number,
  page: PageDescription,
  now: number,
): void {
  if (page.title === '' || findReaderText(db, articleId)?.trim()) return;
  const snapshot = findSnapshotInUse(db, articleId);
  const isMadeUp = snapshot && findDescription(db, articleId)?.title === makeshiftTitle(snapshot);
  if (isMadeUp) updateDescription(db, articleId, page, now);
}
