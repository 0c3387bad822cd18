// What home shows. While one of its articles is open nothing moves on it: what is begun stays where it was found.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Home } from '#contract/types/home.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

export function useHome(isReading: boolean) {
  const client = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.home,
    queryFn: ({ signal }) => client['home.get']({}, signal),
  });
  const [kept, setKept] = useState<Home | undefined>(data);
  const home = isReading ? (kept ?? data) : data;
  if (home !== kept) setKept(home);
  return { home, error, refetch };
}
