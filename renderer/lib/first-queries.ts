// What the window shows as soon as it opens. Asked by askFirst while it is still being drawn, and then by whoever shows it.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Client } from '#contract/define.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { ArticleShelf } from './place.ts';
import { type ListFilter, queryKeys } from './query-keys.ts';

type Library = Client<LibraryContract>;

/** Rows of a list that are asked for at once. */
export const PAGE_SIZE = 200;
/** Pages out of sight are let go after this: 100,000 articles would fill a hundred megabytes. */
const KEPT_MS = 30_000;
const MAX_JOBS = 100;

export const listFilter = (shelf: ArticleShelf, sort: ListFilter['sort']): ListFilter => ({
  list: shelf.kind === 'list' ? shelf.name : 'all',
  tag: shelf.kind === 'tag' ? shelf.name : null,
  collection: shelf.kind === 'collection' ? shelf.uid : null,
  sort,
});

export const pageQuery = (client: Library, filter: ListFilter, after: string | undefined) =>
  queryOptions({
    queryKey: queryKeys.page(filter, after),
    queryFn: ({ signal }) => {
      const { list, sort, tag, collection } = filter;
      const input = {
        list,
        sort,
        limit: PAGE_SIZE,
        ...(tag === null ? {} : { tag }),
        ...(collection === null ? {} : { collection }),
        ...(after === undefined ? {} : { after }),
      };
      return client['articles.list'](input, signal);
    },
    gcTime: KEPT_MS,
  });

export const countsQuery = (client: Library) =>
  queryOptions({
    queryKey: queryKeys.counts,
    queryFn: ({ signal }) => client['articles.counts']({}, signal),
  });

export const tagsQuery = (client: Library) =>
  queryOptions({
    queryKey: queryKeys.tags,
    queryFn: ({ signal }) => client['tags.list']({ limit: 1000 }, signal),
  });

export const collectionsQuery = (client: Library) =>
  queryOptions({
    queryKey: queryKeys.collections,
    queryFn: ({ signal }) => client['collections.list']({}, signal),
  });

export const savedSearchesQuery = (client: Library) =>
  queryOptions({
    queryKey: queryKeys.savedSearches,
    queryFn: ({ signal }) => client['savedSearches.list']({}, signal),
  });

export const settingsQuery = (client: Library) =>
  queryOptions({
    queryKey: queryKeys.settings,
    queryFn: ({ signal }) => client['settings.get']({}, signal),
  });

export const infoQuery = (client: Library) =>
  queryOptions({
    queryKey: queryKeys.info,
    queryFn: ({ signal }) => client['library.info']({}, signal),
  });

export const healthQuery = (client: Library) =>
  queryOptions({
    queryKey: queryKeys.health,
    queryFn: ({ signal }) => client['library.health']({}, signal),
  });

export const jobsQuery = (client: Library) =>
  queryOptions({
    queryKey: queryKeys.jobs,
    queryFn: ({ signal }) => client['jobs.list']({ limit: MAX_JOBS }, signal),
  });

/**
 * @param first the list that will be shown; null for a page of another kind
 * @returns when all of it is answered. What fails is asked again by who shows it, and said there.
 */
export async function askFirst(
  client: Library,
  queries: QueryClient,
  first: ListFilter | null,
): Promise<void> {
  // In the order in which they are seen.
  await Promise.all([
    first && queries.prefetchQuery(pageQuery(client, first, undefined)),
    queries.prefetchQuery(settingsQuery(client)),
    queries.prefetchQuery(countsQuery(client)),
    queries.prefetchQuery(collectionsQuery(client)),
    queries.prefetchQuery(savedSearchesQuery(client)),
    queries.prefetchQuery(tagsQuery(client)),
    queries.prefetchQuery(infoQuery(client)),
    queries.prefetchQuery(jobsQuery(client)),
    queries.prefetchQuery(healthQuery(client)),
  ]);
}
