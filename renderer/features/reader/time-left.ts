// How long what is left of an article takes, at the reader's own pace.
import { useQuery } from '@tanstack/react-query';
import type { Article } from '#contract/types/article.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** It is learned slowly: a look now and then is enough. */
const FRESH_MS = 60_000;

/** @returns whole minutes; null where there is nothing left, or nothing to count */
export function useMinutesLeft(article: Article | undefined, fraction: number): number | null {
  const client = useClient();
  const { data: pace } = useQuery({
    queryKey: queryKeys.pace,
    queryFn: ({ signal }) => client['reading.pace']({}, signal),
    staleTime: FRESH_MS,
  });
  if (!article || !pace || article.wordCount === 0 || fraction >= 1) return null;
  return Math.max(1, Math.round(((1 - fraction) * article.wordCount) / pace.wordsPerMinute));
}
