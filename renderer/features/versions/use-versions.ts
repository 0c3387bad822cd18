// What the window asks of an article's versions, and how it lets another be shown.
import { useQuery } from '@tanstack/react-query';
import type { ArticleUid } from '#contract/types/ids.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

export function useVersions(uid: ArticleUid) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.versionsOf(uid),
    queryFn: ({ signal }) => client['snapshots.ofArticle']({ uid }, signal),
  });
}
