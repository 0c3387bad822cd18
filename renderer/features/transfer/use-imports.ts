// Former imports and those at work, as the library knows them.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { ImportRun, ImportUid, RowOutcome } from '#contract/types/import.ts';
import { useClient, useLink } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

export function useImports() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.importList,
    queryFn: ({ signal }) => client['imports.list']({}, signal),
  });
}

/** As it stands, also between two looks at it while it is under way. */
export function useImport(uid: ImportUid) {
  const client = useClient();
  const link = useLink();
  const queries = useQueryClient();
  useEffect(
    () =>
      link.onEvent((event) => {
        if (event.kind !== 'importing' || event.uid !== uid) return;
        const { done, total } = event;
        queries.setQueryData(queryKeys.import(uid), (now: ImportRun | undefined) =>
          now?.state === 'running' ? { ...now, done, total } : now,
        );
      }),
    [link, queries, uid],
  );
  return useQuery({
    queryKey: queryKeys.import(uid),
    queryFn: ({ signal }) => client['imports.get']({ uid }, signal),
  });
}

const PAGE_SIZE = 100;
/** The next page is asked for when the rows in sight come this near to the last. */
const AHEAD = 30;

/** @param outcome null for all */
export function useImportRows(uid: ImportUid, outcome: RowOutcome | null) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: queryKeys.importRows(uid, outcome),
    queryFn: ({ pageParam, signal }) =>
      client['imports.rows'](
        {
          uid,
          limit: PAGE_SIZE,
          ...(outcome && { outcome }),
          ...(pageParam !== null && { after: pageParam }),
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const { data, isSuccess, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const reach = useCallback(
    (last: number) => {
      const isNear = last >= rows.length - AHEAD;
      if (isNear && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [rows, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  return { rows, isKnown: isSuccess, error, refetch, reach };
}
