// Answers the calls that star, archive, trash, mark and describe articles, each a step that can be undone.

import type { ArticleUid } from '#contract/types/ids.ts';
import type { Change, StepKind } from '#contract/types/journal.ts';
import type { Answers, WriteContext } from '../context.ts';
import { type ArticleState, changeArticle, setColumns } from '../journal/article-changes.ts';
import { recordStep } from '../journal/record-step.ts';
import { statusChange } from '../reading/reading-status.ts';
import { columnsOf, findDescribed } from './article-details.ts';
import { requireId, requireIds } from './require-articles.ts';

export function articleCommands(
  context: WriteContext,
): Answers<
  | 'articles.star'
  | 'articles.archive'
  | 'articles.trash'
  | 'articles.setStatus'
  | 'articles.describe'
> {
  return {
    'articles.star': ({ uids, starred }) =>
      changeArticles(context, starred ? 'star' : 'unstar', uids, (article, now) =>
        (article.starred_at !== null) === starred ? null : { starred_at: starred ? now : null },
      ),

    'articles.archive': ({ uids, archived }) =>
      changeArticles(context, archived ? 'archive' : 'unarchive', uids, (article, now) =>
        (article.archived_at !== null) === archived ? null : { archived_at: archived ? now : null },
      ),

    'articles.trash': ({ uids, trashed }) =>
      changeArticles(context, trashed ? 'trash' : 'restore', uids, (article, now) =>
        (article.trashed_at !== null) === trashed ? null : { trashed_at: trashed ? now : null },
      ),

    'articles.setStatus': ({ uids, status }) =>
      changeArticles(
        context,
        'set-status',
        uids,
        (article, now) => statusChange(article, status, now),
        status,
      ),

    'articles.describe': ({ uid, ...details }) => {
      const { db, ports } = context;
      return recordStep(context, { kind: 'describe', subject: null }, (record) => {
        const id = requireId(db, uid);
        const known = findDescribed(db, id);
        const change = setColumns(db, id, known, columnsOf(db, id, details), ports.clock.now());
        if (!change) return 0;
        record(change);
        return 1;
      });
    },
  };
}

/** @param next what of an article changes; null where it is so already */
function changeArticles(
  context: WriteContext,
  kind: StepKind,
  uids: readonly ArticleUid[],
  next: (article: ArticleState, now: number) => Partial<ArticleState> | null,
  subject: string | null = null,
): Change {
  const now = context.ports.clock.now();
  return recordStep(context, { kind, subject }, (record) => {
    let changed = 0;
    for (const id of requireIds(context.db, uids)) {
      const change = changeArticle(context.db, id, (article) => next(article, now), now);
      if (!change) continue;
      record(change);
      changed++;
    }
    return changed;
  });
}
