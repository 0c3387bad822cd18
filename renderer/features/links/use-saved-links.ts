// Which links of the open article lead to others in the library: the frame is told, and what is chosen there is opened.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { LinkedArticle } from '#contract/types/link.ts';
import { useClient } from '../../lib/client.ts';
import { type FramePort, useReadyArticle } from '../../lib/frame-port.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** By the address as it stands in the article. */
export type SavedLinks = ReadonlyMap<string, LinkedArticle>;

const NONE: SavedLinks = new Map();

export function useSavedLinks(uid: ArticleUid): SavedLinks {
  const client = useClient();
  const { data } = useQuery({
    queryKey: queryKeys.linksOf(uid),
    queryFn: ({ signal }) => client['links.ofArticle']({ uid }, signal),
  });
  return useMemo(
    () => (data ? new Map(data.map(({ url, article }) => [url, article])) : NONE),
    [data],
  );
}

/** @param onOpen gets the article that a link leads to */
export function useLinksInPlace(
  port: FramePort,
  links: SavedLinks,
  onOpen: (uid: ArticleUid) => void,
): void {
  const { t } = useTranslation();
  const ready = useReadyArticle(port);
  useEffect(() => {
    if (ready === null) return;
    port.send({ kind: 'saved-links', urls: [...links.keys()], label: t('links.saved') });
  }, [port, ready, links, t]);
  useEffect(
    () =>
      port.onNews((news, from) => {
        if (news.kind !== 'open-saved' || from !== ready) return;
        const article = links.get(news.url);
        if (article) onOpen(article.uid);
      }),
    [port, ready, links, onOpen],
  );
}
