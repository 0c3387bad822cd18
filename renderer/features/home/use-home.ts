// What home shows. While one of its articles is open none moves on it: what is begun stays where it was found, and is shown
// as it is now.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { Home, HomeRow } from '#contract/types/home.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** In the order of the page. */
const rowNames = ['continue', 'new', 'short', 'long', 'old'] as const satisfies readonly HomeRow[];

export interface Row {
  readonly name: HomeRow;
  readonly articles: readonly ArticleSummary[];
}

export function useHome(isReading: boolean) {
  const client = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.home,
    queryFn: ({ signal }) => client['home.get']({}, signal),
  });
  const [kept, setKept] = useState<Home | undefined>(data);
  const placed = isReading ? (kept ?? data) : data;
  if (placed !== kept) setKept(placed);

  const rows = useMemo(() => {
    const now = new Map(
      data && Object.values(data).flatMap((row) => row.map((one) => [one.uid, one])),
    );
    return rowNames
      .map((name): Row => {
        const articles = (placed?.[name] ?? []).map((one) => now.get(one.uid) ?? one);
        return { name, articles };
      })
      .filter(({ articles }) => articles.length > 0);
  }, [data, placed]);
  return { rows, isKnown: data !== undefined, error, refetch };
}
