// What the window asks of highlights and notes.
import { useQuery } from '@tanstack/react-query';
import type { ArticleUid } from '#contract/types/ids.ts';
import { useClient } from './client.ts';
import { queryKeys } from './query-keys.ts';

export function useHighlightsOf(uid: ArticleUid | null) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.highlightsOf(uid ?? ''),
    queryFn: ({ signal }) => client['highlights.ofArticle']({ uid: uid as ArticleUid }, signal),
    enabled: uid !== null,
  });
}

export function useNoteOf(uid: ArticleUid) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.noteOf(uid),
    queryFn: ({ signal }) => client['notes.get']({ uid }, signal),
  });
}
