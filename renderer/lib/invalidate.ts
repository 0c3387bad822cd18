// The only map from what changed in the library to what the window holds of it.
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Topic } from '#contract/topics.ts';
import type { Link } from './link.ts';
import { queryKeys } from './query-keys.ts';

export const keysOf: Readonly<Record<Topic, readonly QueryKey[]>> = {
  articles: [queryKeys.articles, queryKeys.search, queryKeys.savedSearchCounts],
  // Searches ask for tags, and for the reader's own words.
  tags: [queryKeys.tags, queryKeys.search, queryKeys.savedSearchCounts],
  counts: [queryKeys.counts],
  // An open article says how many it has.
  highlights: [
    queryKeys.highlights,
    queryKeys.openArticles,
    queryKeys.search,
    queryKeys.savedSearchCounts,
  ],
  notes: [queryKeys.notes, queryKeys.openArticles, queryKeys.search, queryKeys.savedSearchCounts],
  links: [queryKeys.links],
  journal: [queryKeys.journal],
  settings: [queryKeys.settings],
  jobs: [queryKeys.jobs],
  pictures: [queryKeys.pictures],
  // A search can ask for them by name.
  collections: [queryKeys.collections, queryKeys.search, queryKeys.savedSearchCounts],
  'saved-searches': [queryKeys.savedSearches, queryKeys.savedSearchCounts],
  index: [queryKeys.search],
  backups: [queryKeys.backups],
  health: [queryKeys.health],
  imports: [queryKeys.imports],
  network: [queryKeys.network],
  watch: [queryKeys.watch],
};

/** Keeps the cache fresh for as long as the window lives. @returns how to stop */
export function keepFresh(link: Link, queries: QueryClient): () => void {
  /** Asked before the change, by queries that had no answer yet. */
  const early = new Set<Query>();
  const renew = (queryKey: QueryKey) => {
    const first = queries.getQueryCache().findAll({
      queryKey,
      predicate: ({ state }) => state.data === undefined && state.fetchStatus === 'fetching',
    });
    void queries.invalidateQueries({ queryKey });
    // TanStack Query lets a first answer stand that was under way when it was told of the change.
    for (const query of first) {
      if (early.has(query)) continue;
      early.add(query);
      const again = () => {
        early.delete(query);
        void queries.invalidateQueries({ queryKey: query.queryKey, exact: true });
      };
      query.promise?.then(again, again);
    }
  };

  const stops = [
    link.onEvent((event) => {
      if (event.kind !== 'changed') return;
      for (const key of new Set(event.topics.flatMap((topic) => keysOf[topic]))) renew(key);
    }),
    link.onStale(() => renew([])),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
