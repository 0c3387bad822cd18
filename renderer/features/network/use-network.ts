// What was asked of the network, page after page as one scrolls, and what it comes to.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { NetworkReason } from '#contract/types/network.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

const PAGE_SIZE = 100;
/** The next page is asked for when the rows in sight come this near to the last. */
const AHEAD = 30;

export function useNetworkSummary() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.networkSummary,
    queryFn: ({ signal }) => client['network.summary']({}, signal),
  });
}

export function useRequests(reason: NetworkReason | null) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: queryKeys.networkRequests(reason),
    queryFn: ({ pageParam, signal }) =>
      client['network.list'](
        {
          limit: PAGE_SIZE,
          ...(reason === null ? {} : { reason }),
          ...(pageParam === null ? {} : { before: pageParam }),
        },
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.before,
  });
  const { data, isSuccess, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const requests = useMemo(() => data?.pages.flatMap((page) => page.requests) ?? [], [data]);
  const reach = useCallback(
    (last: number) => {
      const isNear = last >= requests.length - AHEAD;
      if (isNear && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [requests, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  return { requests, isKnown: isSuccess, error, refetch, reach };
}
