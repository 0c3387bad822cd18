// Pictures that come while their article is open are put into it in place: to open it anew would lose what is selected.
import { useEffect, useRef } from 'react';
import type { Article } from '#contract/types/article.ts';
import { useClient, useLink } from '../../lib/client.ts';
import type { FramePort } from '../../lib/frame-port.ts';
import { toastError } from '../../lib/toasts.ts';

type Shown = Pick<Article, 'uid' | 'contentTag' | 'missingImages'>;

export function useLatePictures(port: FramePort, article: Shown | undefined): void {
  const client = useClient();
  const link = useLink();
  const held = useRef(article);
  useEffect(() => {
    const before = held.current;
    held.current = article;
    if (!article || before?.uid !== article.uid) return;
    // Another content brings its pictures along.
    if (before.contentTag !== article.contentTag) return;
    if (before.missingImages <= article.missingImages) return;
    const { uid } = article;
    client['pictures.stored']({ uid }).then((pictures) => {
      const items = pictures.map(({ asset, ...picture }) => ({
        ...picture,
        src: link.assetUrl(asset),
      }));
      port.send({ kind: 'late-pictures', uid, items });
    }, toastError);
  }, [client, link, port, article]);
}
