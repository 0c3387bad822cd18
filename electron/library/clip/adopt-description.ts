// An article whose page could not be read, or was not fetched yet, has a title made up from its file or address. Once the page is read,
// the article is called what the page calls itself; what somebody else said of it stays.
import type { ParsedPage } from '#contract/page.ts';
import { findDescription, updateDescription } from '../articles/article-repo.ts';
import { awaitsText } from '../articles/awaited-repo.ts';
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
  const own = findDescription(db, articleId);
  if (!own) return;
  if (awaitsText(db, articleId)) {
    const isMadeUp = own.title === makeshiftTitle({ fileName: null, url: own.sourceUrl });
    const filled = {
      title: isMadeUp && page.title !== '' ? page.title : own.title,
      author: own.author ?? page.author,
      siteName: own.siteName ?? page.siteName,
      publishedAt: own.publishedAt ?? page.publishedAt,
    };
    updateDescription(db, articleId, filled, now);
    return;
  }
  if (page.title === '' || findReaderText(db, articleId)?.trim()) return;
  const snapshot = findSnapshotInUse(db, articleId);
  const isMadeUp = snapshot && own.title === makeshiftTitle(snapshot);
  if (isMadeUp) updateDescription(db, articleId, page, now);
}
