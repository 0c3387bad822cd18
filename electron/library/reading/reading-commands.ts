// Answers the calls by which the reader tells that an article was opened, how far reading got, and how it is to be set.
// Not journaled: nobody would look for them under Undo.
import type { Topic } from '#contract/topics.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { requireId } from '../articles/require-articles.ts';
import type { Answers, WriteContext } from '../context.ts';
import { type ArticleState, changeArticle } from '../journal/article-changes.ts';
import { transaction } from '../storage/database.ts';
import { learnPace } from './pace-repo.ts';
import { setArticleType, setOpened } from './reading-repo.ts';
import { progressChange } from './reading-status.ts';

export function readingCommands(
  context: WriteContext,
): Answers<'reading.opened' | 'reading.saveProgress' | 'reading.setType'> {
  const { db, ports } = context;

  /** @param also what else belongs to it, done first; returns whether it changed the article */
  function change(
    uid: ArticleUid,
    next: (article: ArticleState, now: number) => Partial<ArticleState>,
    also: (id: number, now: number) => boolean,
  ): void {
    const now = ports.clock.now();
    const topics = transaction(db, () => {
      const id = requireId(db, uid);
      const alsoChanged = also(id, now);
      const changed = changeArticle(db, id, (article) => next(article, now), now);
      const found: Topic[] = [];
      if (changed || alsoChanged) found.push('articles');
      if (changed && 'reading_status' in (changed.after ?? {})) found.push('counts');
      return found;
    });
    if (topics.length > 0) context.emit({ kind: 'changed', topics });
  }

  return {
    'reading.opened': ({ uid }) =>
      change(
        uid,
        (article) => (article.reading_status === 'unread' ? { reading_status: 'reading' } : {}),
        (id, now) => {
          setOpened(db, id, now);
          return true;
        },
      ),

    'reading.saveProgress': ({ uid, fraction, anchorText, activeMs }) =>
      change(
        uid,
        (article, now) => progressChange(article, fraction, anchorText, now),
        (id) => {
          if (activeMs !== undefined) learnPace(db, id, fraction, activeMs);
          return false;
        },
      ),

    'reading.setType': ({ uid, type }) =>
      change(
        uid,
        () => ({}),
        (id, now) => {
          setArticleType(db, id, type, now);
          return true;
        },
      ),
  };
}
