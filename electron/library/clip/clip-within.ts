// A clip that is a part of something larger: what that has to say of the article goes into the transactions of the clip.
import type { RowChange } from '../journal/rows.ts';
import type { ContentToIndex } from './article-content.ts';

export interface ClipWithin {
  /** Runs what makes a new article in a transaction. */
  making<T>(work: () => T): T;
  /** The article was made just now of this content; in its transaction. Puts it into the index, with all that it is given beside. */
  made(articleId: number, content: ContentToIndex): void;
  /**
   * A further version for an article that is here. Runs the work in a transaction, in which it records what it changes, and returns how
   * many articles that were.
   */
  changing(articleId: number, work: (record: (change: RowChange) => void) => number): void;
}
