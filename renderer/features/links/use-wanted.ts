// The pages that are linked to and not saved, page after page as one scrolls.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

const PAGE_SIZE = 100;
/** The next page is asked for when the rows in sight come this near to the last. */
const AHEAD = 30;

export function useWanted() {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: queryKeys.wanted,
    queryFn: ({ pageParam, signal }) =>
      client['links.wanted'](
        { limit: PAGE_SIZE, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const { data, isSuccess, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const pages = useMemo(() => data?.pages.flatMap((page) => page.pages) ?? [], [data]);
  const reach = useCallback(
    (last: number) => {
      const isNear = last >= pages.length - AHEAD;
      if (isNear && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [pages, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  return { pages, isKnown: isSuccess, error, refetch, reach };
}
