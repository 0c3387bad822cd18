// Answers the calls that star, archive, trash, mark and describe articles, each a step that can be undone.

import type { ArticlesOrAll } from '#contract/types/articles-or-all.ts';
import type { Change, StepKind } from '#contract/types/journal.ts';
import type { Answers, WriteContext } from '../context.ts';
import { type ArticleState, changeArticle, setColumns } from '../journal/article-changes.ts';
import { recordMany } from '../journal/record-many.ts';
import { recordStep } from '../journal/record-step.ts';
import { statusChange } from '../reading/reading-status.ts';
import { columnsOf, findDescribed } from './article-details.ts';
import { requireId } from './require-articles.ts';

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
    'articles.star': ({ starred, ...articles }, signal) =>
      changeArticles(
        context,
        { kind: starred ? 'star' : 'unstar', articles },
        signal,
        (article, now) =>
          (article.starred_at !== null) === starred ? null : { starred_at: starred ? now : null },
      ),

    'articles.archive': ({ archived, ...articles }, signal) =>
      changeArticles(
        context,
        { kind: archived ? 'archive' : 'unarchive', articles },
        signal,
        (article, now) =>
          (article.archived_at !== null) === archived
            ? null
            : { archived_at: archived ? now : null },
      ),

    'articles.trash': ({ trashed, ...articles }, signal) =>
      changeArticles(
        context,
        { kind: trashed ? 'trash' : 'restore', articles },
        signal,
        (article, now) =>
          (article.trashed_at !== null) === trashed ? null : { trashed_at: trashed ? now : null },
      ),

    'articles.setStatus': ({ status, ...articles }, signal) =>
      changeArticles(
        context,
        { kind: 'set-status', subject: status, articles },
        signal,
        (article, now) => statusChange(article, status, now),
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
  step: { kind: StepKind; subject?: string; articles: ArticlesOrAll },
  signal: AbortSignal,
  next: (article: ArticleState, now: number) => Partial<ArticleState> | null,
): Promise<Change> {
  const now = context.ports.clock.now();
  return recordMany(context, { subject: null, ...step }, signal, (ids, record) => {
    let changed = 0;
    for (const id of ids) {
      const change = changeArticle(context.db, id, (article) => next(article, now), now);
      if (!change) continue;
      record(change);
      changed++;
    }
    return changed;
  });
}
