// Orders other than relevance, over articles that were found.
import type { SearchSort } from '#contract/types/search.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import type { Matches } from './matches.ts';

export const ORDERS: Readonly<Record<Exclude<SearchSort, 'relevance'>, string>> = {
  newest: 'article.saved_at DESC, article.id DESC',
  oldest: 'article.saved_at, article.id',
  longest: 'article.word_count DESC, article.id DESC',
  title: 'article.title COLLATE NOCASE, article.id',
};

export function sortMatches(
  db: ReadDb,
  ids: readonly number[],
  sort: Exclude<SearchSort, 'relevance'>,
  limit: number,
): Matches {
  const sorted = statement<number>(
    db,
    `SELECT article.id FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value
      ORDER BY ${ORDERS[sort]} LIMIT ?`,
  )
    .pluck()
    .all(JSON.stringify(ids), limit);
  return {
    best: sorted.map((id) => ({ id, score: 0 })),
    total: ids.length,
    totalIsExact: true,
    rankedAll: true,
    isPartial: false,
  };
}
