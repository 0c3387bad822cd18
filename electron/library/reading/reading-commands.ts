// Answers the calls by which the reader tells that an article was opened, and how far reading got. Not journaled: nobody
// would look for them under Undo.
import type { Topic } from '#contract/events.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { requireId } from '../articles/require-articles.ts';
import type { Answers, WriteContext } from '../context.ts';
import { type ArticleState, changeArticle } from '../journal/article-changes.ts';
import { statement, transaction } from '../storage/database.ts';
import { seal } from '../storage/digest.ts';
import { progressChange } from './reading-status.ts';

export function readingCommands(
  context: WriteContext,
): Answers<'reading.opened' | 'reading.saveProgress'> {
  const { db, ports } = context;

  function change(
    uid: ArticleUid,
    next: (article: ArticleState, now: number) => Partial<ArticleState>,
    opened: boolean,
  ): void {
    const now = ports.clock.now();
    const topics = transaction(db, () => {
      const id = requireId(db, uid);
      const changed = changeArticle(db, id, (article) => next(article, now), now);
      if (opened) {
        statement(db, 'UPDATE article SET opened_at = ? WHERE id = ?').run(now, id);
        seal(db, 'article', id);
      }
      const found: Topic[] = [];
      if (changed || opened) found.push('articles');
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
        true,
      ),

    'reading.saveProgress': ({ uid, fraction, anchorText }) =>
      change(uid, (article, now) => progressChange(article, fraction, anchorText, now), false),
  };
}
