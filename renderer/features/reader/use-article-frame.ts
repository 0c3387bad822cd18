// Puts articles into the frame and opens them there: asks for the document, answers its question, keeps it set as wished.
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { FrameLabels } from '../../frame/messages/labels.ts';
import type { Place } from '../../frame/messages/place.ts';
import type { FrameSettings } from '../../frame/messages/settings.ts';
import { useLink } from '../../lib/client.ts';
import { type FramePortOwner, useShownArticle } from '../../lib/frame-port.ts';
import type { KeyPress } from '../../lib/shortcuts.ts';

export interface FrameListeners {
  onPlace(uid: ArticleUid, place: Place): void;
  onLink(url: string): void;
  onKey(press: KeyPress): void;
  onDrag(): void;
}

/** What the frame needs to open an article; null while it is being asked for. */
export interface FrameOpening {
  readonly byline: readonly string[];
  readonly place: Place | null;
  readonly marks: readonly string[];
  readonly labels: FrameLabels;
}

export interface ArticleFrame {
  /** Where the frame begins; later articles are put into it without a step in the history. */
  readonly src: string;
  /** Whether the article of this uid can be seen. */
  readonly isShown: boolean;
}

/** A frame that says nothing is shown as it is after this. */
const PATIENCE_MS = 4000;

export function useArticleFrame(
  ref: RefObject<HTMLIFrameElement | null>,
  port: FramePortOwner,
  uid: ArticleUid,
  opening: FrameOpening | null,
  settings: FrameSettings,
  listeners: FrameListeners,
): ArticleFrame {
  const link = useLink();
  const [src] = useState(() => link.articleUrl(uid));
  const isShown = useShownArticle(port) === uid;
  /** Which article's document has said that it waits for `open`. */
  const [ready, setReady] = useState<ArticleUid | null>(null);
  const latest = useRef({ uid, listeners });
  useEffect(() => {
    latest.current = { uid, listeners };
  });

  // Setting `src` would leave an entry in the history for every article: Back would then go through the frame.
  const loaded = useRef(uid);
  useEffect(() => {
    if (loaded.current === uid) return;
    loaded.current = uid;
    setReady(null);
    ref.current?.contentWindow?.location.replace(link.articleUrl(uid));
  }, [link, ref, uid]);

  useEffect(() => {
    const frame = ref.current;
    return frame ? port.attach(frame) : undefined;
  }, [ref, port]);

  useEffect(
    () =>
      port.onNews((news, from) => {
        const { uid: current, listeners: to } = latest.current;
        // The last place of an article that is being left still counts, for that article.
        if (news.kind === 'progress') {
          to.onPlace(from, { fraction: news.fraction, anchorText: news.anchorText });
          return;
        }
        if (from !== current) return;
        switch (news.kind) {
          case 'ready':
            setReady(current);
            return;
          case 'shown':
            port.setShown(current);
            return;
          case 'link':
            to.onLink(news.url);
            return;
          case 'key':
            to.onKey(news);
            return;
          case 'drag':
            to.onDrag();
            return;
          default:
          // What other features listen for.
        }
      }),
    [port],
  );

  const isOpen = useRef<ArticleUid | null>(null);
  useEffect(() => {
    if (ready !== uid) {
      isOpen.current = null;
      return;
    }
    if (isOpen.current === uid) port.send({ kind: 'settings', settings });
    else if (opening) {
      isOpen.current = uid;
      port.send({ kind: 'open', settings, ...opening });
    }
  }, [port, ready, uid, opening, settings]);

  useEffect(() => {
    const timer = setTimeout(() => port.setShown(uid), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [port, uid]);

  return { src, isShown };
}
