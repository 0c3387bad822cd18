// What of its page an article holds, as the window knows it: asked for anew whenever its content is another.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Article } from '#contract/types/article.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

export function usePageContents({
  uid,
  contentTag,
  missingImages,
}: Pick<Article, 'uid' | 'contentTag' | 'missingImages'>) {
  const client = useClient();
  return useQuery({
    // Not among what every change of an article makes stale: the page is read for it.
    queryKey: queryKeys.leftOutOf(uid, `${contentTag} ${missingImages}`),
    queryFn: ({ signal }) => client['contents.blocks']({ uid }, signal),
    placeholderData: keepPreviousData,
  });
}
