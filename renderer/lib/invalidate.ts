// The only map from what changed in the library to what the window holds of it.
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Topic } from '#contract/events.ts';
import type { Link } from './link.ts';
import { queryKeys } from './query-keys.ts';

export const keysOf: Readonly<Record<Topic, readonly QueryKey[]>> = {
  articles: [queryKeys.articles, queryKeys.search],
  tags: [queryKeys.tags],
  counts: [queryKeys.counts],
  // An open article says how many it has.
  highlights: [queryKeys.highlights, queryKeys.openArticles],
  notes: [queryKeys.notes, queryKeys.openArticles],
  links: [queryKeys.links],
  journal: [queryKeys.journal],
  settings: [queryKeys.settings],
};

/** Keeps the cache fresh for as long as the window lives. @returns how to stop */
export function keepFresh(link: Link, queries: QueryClient): () => void {
  const stops = [
    link.onEvent((event) => {
      if (event.kind !== 'changed') return;
      for (const key of new Set(event.topics.flatMap((topic) => keysOf[topic]))) {
        void queries.invalidateQueries({ queryKey: key });
      }
    }),
    link.onStale(() => void queries.invalidateQueries()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
