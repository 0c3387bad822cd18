// What more than one part of the window asks of the library. Freshness comes from invalidate.ts, never from time.
import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { LibraryError } from '#contract/errors.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { LibraryInfo } from '#contract/types/library-info.ts';
import type { Settings } from '#contract/types/settings.ts';
import { useClient } from './client.ts';
import {
  collectionsQuery,
  countsQuery,
  infoQuery,
  savedSearchesQuery,
  settingsQuery,
  tagsQuery,
} from './first-queries.ts';
import { queryKeys } from './query-keys.ts';

/** Asking again helps only where nobody answered: the call then waits until the library is there. */
const RETRIES = 5;

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The library is on this machine: the browser's idea of being online says nothing.
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        retry: (count, error) =>
          count < RETRIES && error instanceof LibraryError && error.code === 'host_gone',
        retryDelay: 300,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

export const useCounts = () => useQuery(countsQuery(useClient()));

export const useTags = () => useQuery(tagsQuery(useClient()));

/** Also those that no article carries. */
export function useAllTags() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.allTags,
    queryFn: ({ signal }) => client['tags.list']({ limit: 10_000, unused: true }, signal),
  });
}

/** Of an article, newest first. */
export function useVersions(uid: ArticleUid) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.versionsOf(uid),
    queryFn: ({ signal }) => client['snapshots.ofArticle']({ uid }, signal),
  });
}

export const useCollections = () => useQuery(collectionsQuery(useClient()));

export const useSavedSearches = () => useQuery(savedSearchesQuery(useClient()));

export function useSavedSearchCounts() {
  const client = useClient();
  const { data: saved = [] } = useSavedSearches();
  return useQuery({
    queryKey: queryKeys.savedSearchCounts,
    enabled: saved.length > 0,
    queryFn: ({ signal }) => client['savedSearches.counts']({}, signal),
  });
}

export function useArticle(uid: ArticleUid | null) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.article(uid ?? ''),
    queryFn: ({ signal }) => client['articles.get']({ uid: uid as ArticleUid }, signal),
    enabled: uid !== null,
  });
}

export function useJournal() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.journal,
    queryFn: ({ signal }) => client['journal.state']({}, signal),
  });
}

/** Undefined until the library has answered. */
export function useLibraryInfo(): LibraryInfo | undefined {
  return useQuery(infoQuery(useClient())).data;
}

/** Whether the library lies where nobody can write: then everything can be read, and nothing changed. */
export const useIsReadOnly = (): boolean => useLibraryInfo()?.readOnly ?? false;

/** What is shown until the library has said what was chosen. */
const UNTIL_KNOWN: Settings = {
  theme: 'system',
  fontSize: 19,
  measure: 66,
  lineHeight: 1.6,
  face: 'serif',
  margin: 1,
  align: 'start',
  hyphenate: true,
  dimImages: true,
  density: 'comfortable',
  region: 'system',
  backupBudget: 2,
  emptyTrashAfterDays: null,
  allowedHosts: [],
  network: true,
};

export function useSettings() {
  const client = useClient();
  const queries = useQueryClient();
  const { data = UNTIL_KNOWN, isSuccess } = useQuery(settingsQuery(client));
  return {
    settings: data,
    /** False while the values are only the ones to begin with. */
    isKnown: isSuccess,
    /** Shows a choice at once, without keeping it: for a slider that is being moved. */
    preview: (change: Partial<Settings>) =>
      queries.setQueryData(queryKeys.settings, { ...data, ...change }),
    /** Keeps a choice. @throws LibraryError */
    async keep(change: Partial<Settings>) {
      await queries.cancelQueries({ queryKey: queryKeys.settings });
      queries.setQueryData(queryKeys.settings, { ...data, ...change });
      try {
        queries.setQueryData(queryKeys.settings, await client['settings.change'](change));
      } catch (error) {
        await queries.invalidateQueries({ queryKey: queryKeys.settings });
        throw error;
      }
    },
  };
}
