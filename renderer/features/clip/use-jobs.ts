// The addresses that wait to be clipped, as the library keeps them.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ArticleUid, HttpUrl } from '#contract/types/ids.ts';
import type { ClipJob, JobUid } from '#contract/types/job.ts';
import { useClient } from '../../lib/client.ts';
import { jobsQuery } from '../../lib/first-queries.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { toastError } from '../../lib/toasts.ts';

export interface Jobs {
  readonly jobs: readonly ClipJob[];
  /** How many there are, shown or not. */
  readonly total: number;
  add(urls: readonly string[]): void;
  retry(uids: readonly JobUid[]): void;
  drop(uids: readonly JobUid[]): void;
}

/** The one that fetches an article's page, however many wait before it. @param uid null for none that awaits its text */
export function useJobOf(uid: ArticleUid | null): ClipJob | null {
  const client = useClient();
  const { data } = useQuery({
    queryKey: queryKeys.jobOf(uid ?? ''),
    queryFn: ({ signal }) => client['jobs.ofArticle']({ uid: uid as ArticleUid }, signal),
    enabled: uid !== null,
  });
  return data ?? null;
}

export function useJobs(): Jobs {
  const client = useClient();
  const { data } = useQuery(jobsQuery(client));
  useEffect(() => {
    const wake = () => {
      // What is tried a little later all the same is not worth a message.
      client['jobs.wake']({}).catch(() => undefined);
    };
    window.addEventListener('online', wake);
    return () => window.removeEventListener('online', wake);
  }, [client]);
  const acts = useMemo(
    () => ({
      add: (urls: readonly string[]) =>
        void client['jobs.add']({ urls: urls as HttpUrl[] }).catch(toastError),
      retry: (uids: readonly JobUid[]) =>
        void client['jobs.retry']({ uids: [...uids] }).catch(toastError),
      drop: (uids: readonly JobUid[]) =>
        void client['jobs.drop']({ uids: [...uids] }).catch(toastError),
    }),
    [client],
  );
  return { jobs: data?.jobs ?? [], total: data?.total ?? 0, ...acts };
}
