// Answers the calls that ask for articles that are nearly the same.
import { findSummaries } from '../articles/article-repo.ts';
import { requireId } from '../articles/require-articles.ts';
import type { Answers, ReadContext } from '../context.ts';
import { countPending } from './fingerprint-repo.ts';
import { groupsOf } from './groups.ts';
import { findOpenPairs, findOpenPairsOf } from './pair-repo.ts';

export function duplicateQueries({
  db,
}: ReadContext): Answers<'duplicates.list' | 'duplicates.ofArticle'> {
  return {
    'duplicates.list': ({ limit }) => {
      const groups = groupsOf(findOpenPairs(db));
      return {
        groups: groups.slice(0, limit).map(({ articleIds, similarity }) => ({
          articles: findSummaries(db, articleIds),
          similarity,
        })),
        total: groups.length,
        pending: countPending(db),
      };
    },

    'duplicates.ofArticle': ({ uid }) => {
      const id = requireId(db, uid);
      return findOpenPairsOf(db, id).flatMap(({ articleId, otherId, similarity }) =>
        findSummaries(db, [articleId === id ? otherId : articleId]).map((article) => ({
          article,
          similarity,
        })),
      );
    },
  };
}
