// Whether a new capture takes the place of what the article shows. People who clip a page again want to read what it says
// now; but a page that has become a teaser, or an older file that turned up, must not hide what they have.
import { type ReadDb, statement } from '../storage/database.ts';
import type { WholePage } from './further-pages.ts';
import { countShownParts } from './part-repo.ts';

/** When a version was captured, and how much it holds. */
export interface Extent {
  /** Milliseconds UTC. */
  readonly capturedAt: number;
  /** Of its body text. */
  readonly wordCount: number;
}

/** Pages that are revised keep most of their text; what loses more has been put behind a wall, or is no longer there. */
const LEAST_SHARE = 0.5;

/** What the article shows; null where it shows nothing. */
export function findShown(db: ReadDb, articleId: number): Extent | null {
  const row = statement<Extent>(
    db,
    `SELECT snapshot.captured_at AS capturedAt, article.word_count AS wordCount
      FROM reader_content JOIN article ON article.id = reader_content.article_id
      JOIN snapshot ON snapshot.id = reader_content.snapshot_id
      WHERE article.id = ?`,
  ).get(articleId);
  return row ?? null;
}

export const takesOver = (next: Extent, shown: Extent | null): boolean =>
  shown === null || (next.capturedAt >= shown.capturedAt && !isMuchLess(next, shown));

export const isMuchLess = (next: Extent, shown: Extent | null): boolean =>
  shown !== null && next.wordCount < shown.wordCount * LEAST_SHARE;

/** Pages that were not to be had today are on the disk already: an article is not given up for its beginning. */
export const hasFewerPages = (
  db: ReadDb,
  articleId: number,
  { cutShort, parts }: Pick<WholePage, 'cutShort' | 'parts'>,
): boolean => cutShort !== null && parts.length < countShownParts(db, articleId);
