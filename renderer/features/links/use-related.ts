// Articles that have to do with the open one: shown under it, and opened from there.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { RelatedArticle } from '#contract/types/search.ts';
import { useClient } from '../../lib/client.ts';
import { readingMinutes } from '../../lib/format.ts';
import { type FramePort, useShownArticle } from '../../lib/frame-port.ts';
import { queryKeys } from '../../lib/query-keys.ts';

const MOST = 6;
const NONE: readonly RelatedArticle[] = [];

/** Asked once the article can be seen: nobody waits for it. */
export function useRelated(uid: ArticleUid, isShown: boolean): readonly RelatedArticle[] {
  const client = useClient();
  const { data } = useQuery({
    queryKey: queryKeys.relatedTo(uid),
    queryFn: ({ signal }) => client['search.related']({ uid, limit: MOST }, signal),
    enabled: isShown,
    // What is under an article does not change under its reader.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.articles ?? NONE;
}

/** @param onOpen gets the article that was chosen */
export function useRelatedInPlace(
  port: FramePort,
  uid: ArticleUid,
  onOpen: (uid: ArticleUid) => void,
): void {
  const { t } = useTranslation();
  const shown = useShownArticle(port);
  const isShown = shown === uid;
  const related = useRelated(uid, isShown);
  useEffect(() => {
    if (!isShown) return;
    const items = related.map(({ article }) => {
      const facts = [
        article.siteName,
        t('list.minutes', { count: readingMinutes(article.wordCount) }),
      ];
      return {
        uid: article.uid,
        title: article.title || t('list.untitled'),
        facts: facts.filter(Boolean).join(' · '),
      };
    });
    port.send({ kind: 'related', heading: t('links.related'), items });
  }, [port, isShown, related, t]);
  useEffect(
    () =>
      port.onNews((news, from) => {
        if (news.kind !== 'open-related' || from !== uid) return;
        const found = related.find(({ article }) => article.uid === news.article);
        if (found) onOpen(found.article.uid);
      }),
    [port, uid, related, onOpen],
  );
}
