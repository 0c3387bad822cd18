// Speaks with the article's frame: answers its questions, hears its keys, links and progress.
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ArticleUid } from '#contract/types/ids.ts';
import {
  type FrameSettings,
  type Place,
  readFromFrame,
  type ToFrame,
} from '../../frame/messages.ts';
import { useLink } from '../../lib/client.ts';
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
  uid: ArticleUid,
  opening: FrameOpening | null,
  settings: FrameSettings,
  listeners: FrameListeners,
): ArticleFrame {
  const link = useLink();
  const [src] = useState(() => link.articleUrl(uid));
  const [shown, setShown] = useState<ArticleUid | null>(null);
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
    const onMessage = (event: MessageEvent) => {
      if (event.source === null || event.source !== ref.current?.contentWindow) return;
      const message = readFromFrame(event.data);
      if (!message) return;
      const { uid: current, listeners: to } = latest.current;
      // The last place of an article that is being left still counts, for that article.
      if (message.kind === 'progress') {
        const { fraction, anchorText } = message;
        to.onPlace(message.uid as ArticleUid, { fraction, anchorText });
        return;
      }
      if (message.uid !== current) return;
      switch (message.kind) {
        case 'ready':
          setReady(current);
          return;
        case 'shown':
          setShown(current);
          return;
        case 'link':
          to.onLink(message.url);
          return;
        case 'key':
          to.onKey(message);
          return;
        case 'drag':
          to.onDrag();
      }
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [ref]);

  const isOpen = useRef<ArticleUid | null>(null);
  useEffect(() => {
    const send = (message: ToFrame) =>
      // The frame's origin is opaque: there is no name to send to but "any".
      ref.current?.contentWindow?.postMessage(message, '*');
    if (ready !== uid) {
      isOpen.current = null;
      return;
    }
    if (isOpen.current === uid) send({ kind: 'settings', settings });
    else if (opening) {
      isOpen.current = uid;
      send({ kind: 'open', settings, ...opening });
    }
  }, [ref, ready, uid, opening, settings]);

  useEffect(() => {
    const timer = setTimeout(() => setShown(uid), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [uid]);

  return { src, isShown: shown === uid };
}
