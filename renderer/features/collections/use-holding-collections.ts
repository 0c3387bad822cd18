// The collections that any of some articles is in, each with how many of them it holds.
import { useQueries } from '@tanstack/react-query';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { CollectionUid } from '#contract/types/collection.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** More articles than this can be put into collections, but where they are already is not asked. */
const MAX_LOOKED_AT = 100;

/** @returns null where there are too many articles to ask */
export function useHoldingCollections(named: SomeOrAll): ReadonlyMap<CollectionUid, number> | null {
  const client = useClient();
  const isKnown = 'uids' in named && named.uids.length <= MAX_LOOKED_AT;
  const looked = isKnown ? named.uids : [];
  const articles = useQueries({
    queries: looked.map((uid) => ({
      queryKey: queryKeys.article(uid),
      queryFn: ({ signal }: { signal: AbortSignal }) => client['articles.get']({ uid }, signal),
    })),
  });
  if (!isKnown) return null;
  const counts = new Map<CollectionUid, number>();
  for (const { data } of articles) {
    for (const uid of data?.collections ?? []) counts.set(uid, (counts.get(uid) ?? 0) + 1);
  }
  return counts;
}
