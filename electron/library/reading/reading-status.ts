// The rules by which an article is unread, being read or finished.
import type { ReadingStatus } from '#contract/types/article.ts';
import type { ArticleState } from '../journal/article-changes.ts';

/** From here on an article counts as read to the end: what follows are footers and the last line of the page. */
const FINISHED_AT = 0.98;

/** What changes when the reader sets a status by hand; null where it is so already. */
export function statusChange(
  article: ArticleState,
  status: ReadingStatus,
  now: number,
): Partial<ArticleState> | null {
  if (article.reading_status === status) return null;
  switch (status) {
    case 'finished':
      return { reading_status: 'finished', finished_at: now, progress: 1 };
    case 'reading':
      // At the end, opening the article would finish it again at once.
      return article.progress < FINISHED_AT
        ? { reading_status: 'reading', finished_at: null }
        : { reading_status: 'reading', finished_at: null, progress: 0, progress_anchor: '' };
    case 'unread':
      return { reading_status: 'unread', finished_at: null, progress: 0, progress_anchor: '' };
  }
}

/**
 * What changes when reading got somewhere. Nothing takes a finished article back but the reader's own word.
 * @param fraction 0..1
 */
export function progressChange(
  article: ArticleState,
  fraction: number,
  anchorText: string,
  now: number,
): Partial<ArticleState> {
  const place = { progress: fraction, progress_anchor: anchorText };
  if (article.reading_status === 'finished') return place;
  return fraction >= FINISHED_AT
    ? { ...place, reading_status: 'finished', finished_at: now }
    : { ...place, reading_status: 'reading' };
}
