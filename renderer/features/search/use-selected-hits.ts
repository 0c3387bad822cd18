// What is selected of a search. All of it is more than the hits that are shown, and is counted when it is asked for.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { asTyped } from '../../lib/as-typed.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { type Selected, type Selection, selectedOf } from '../../lib/selection.ts';

/** @param total what is known of it before it is counted */
export function useSelectedHits(
  selection: Selection,
  text: string,
  total: number,
): Selected | null {
  const client = useClient();
  const { data } = useQuery({
    queryKey: queryKeys.hitCount(text),
    queryFn: ({ signal }) => client['search.count']({ text: asTyped(text) }, signal),
    enabled: selection.kind === 'all',
  });
  const count = data?.count ?? total;
  return useMemo(
    () => selectedOf(selection, count, { search: asTyped(text) }),
    [selection, count, text],
  );
}
