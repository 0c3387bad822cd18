// The steps of the journal, page after page as one scrolls.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { StepUid } from '#contract/types/ids.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

const PAGE_SIZE = 50;
/** The next page is asked for when the rows in sight come this near to the last. */
const AHEAD = 20;

export function useHistory() {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: queryKeys.history,
    queryFn: ({ pageParam, signal }) =>
      client['journal.list'](
        { limit: PAGE_SIZE, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      ),
    initialPageParam: null as StepUid | null,
    getNextPageParam: (page) => page.next,
  });
  const { data, isSuccess, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const steps = useMemo(() => data?.pages.flatMap((page) => page.steps) ?? [], [data]);
  const reach = useCallback(
    (last: number) => {
      const isNear = last >= steps.length - AHEAD;
      if (isNear && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [steps, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  return { steps, isKnown: isSuccess, error, refetch, reach };
}
