// The highlights of the whole library, a page at a time, as far as one has scrolled.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { HighlightEntry, HighlightFilter, HighlightSort } from '#contract/types/highlight.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

const PAGE_SIZE = 100;
/** Entries before the end at which the next page is asked for. */
const AHEAD = 30;

/** What stands on one line of the page: an article's heading, or a highlight under it. */
export type HighlightRow =
  | { readonly kind: 'article'; readonly key: string; readonly entry: HighlightEntry }
  | { readonly kind: 'highlight'; readonly key: string; readonly entry: HighlightEntry };

export function useHighlightList(filter: HighlightFilter, sort: HighlightSort) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: queryKeys.highlightList(filter, sort),
    queryFn: ({ pageParam, signal }) =>
      client['highlights.list'](
        { filter, sort, limit: PAGE_SIZE, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => rowsOf(data?.pages.flatMap(({ entries }) => entries) ?? []), [data]);
  const reach = useCallback(
    (last: number) => {
      if (last >= rows.length - AHEAD && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [rows, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  return { rows, total: data?.pages[0]?.total, error, refetch, reach };
}

/** A heading wherever the article changes: in the order of time the same article may come again. */
export function rowsOf(entries: readonly HighlightEntry[]): HighlightRow[] {
  const rows: HighlightRow[] = [];
  let last: string | null = null;
  for (const entry of entries) {
    if (entry.article.uid !== last) {
      rows.push({ kind: 'article', key: `article ${entry.uid}`, entry });
      last = entry.article.uid;
    }
    rows.push({ kind: 'highlight', key: entry.uid, entry });
  }
  return rows;
}
