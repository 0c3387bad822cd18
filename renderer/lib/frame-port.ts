// The window's end of the line to the article's frame: every feature that has to do with the open article speaks
// through it, and none of them knows the frame.
import { useSyncExternalStore } from 'react';
import type { ArticleUid } from '#contract/types/ids.ts';
import { type FrameNews, readFromFrame } from '../frame/messages/from-frame.ts';
import type { ToFrame } from '../frame/messages/to-frame.ts';
import { announcer } from './link.ts';

export interface FramePort {
  /** Said into the void while no article is shown. */
  send(message: ToFrame): void;
  /** @param listener gets what the frame says, and of which article @returns how to stop */
  onNews(listener: (news: FrameNews, uid: ArticleUid) => void): () => void;
  /** The article whose document hears what is sent; null until it has said so. */
  ready(): ArticleUid | null;
  onReady(listener: () => void): () => void;
  /** The article that can be seen in the frame; null while one is being opened. */
  shown(): ArticleUid | null;
  onShown(listener: () => void): () => void;
  /** Where the frame stands in the window, in CSS pixels; places that the frame tells are relative to it. */
  box(): DOMRect | null;
}

export interface FramePortOwner extends FramePort {
  /** @returns how to let go of the frame */
  attach(frame: HTMLIFrameElement): () => void;
  setReady(uid: ArticleUid | null): void;
  setShown(uid: ArticleUid | null): void;
}

export function makeFramePort(): FramePortOwner {
  const news = announcer<readonly [FrameNews, ArticleUid]>();
  const ready = makeHolder();
  const shown = makeHolder();
  let frame: HTMLIFrameElement | null = null;

  const onMessage = (event: MessageEvent) => {
    // The last word of a document that makes way for the next: it has no window any more, only its opaque origin.
    const isLast = event.source === null && event.origin === 'null';
    if (!isLast && (event.source === null || event.source !== frame?.contentWindow)) return;
    const message = readFromFrame(event.data);
    // All that such a document has to say is how far one had read.
    if (!message || (isLast && message.kind !== 'progress')) return;
    news.tell([message, message.uid as ArticleUid]);
  };

  return {
    // The frame's origin is opaque: there is no name to send to but "any".
    send: (message) => frame?.contentWindow?.postMessage(message, '*'),
    onNews: (listener) => news.listen(([message, uid]) => listener(message, uid)),
    ready: ready.get,
    onReady: ready.listen,
    shown: shown.get,
    onShown: shown.listen,
    box: () => frame?.getBoundingClientRect() ?? null,
    attach(element) {
      frame = element;
      window.addEventListener('message', onMessage);
      return () => {
        window.removeEventListener('message', onMessage);
        frame = null;
        ready.set(null);
        shown.set(null);
      };
    },
    setReady: ready.set,
    setShown: shown.set,
  };
}

function makeHolder() {
  const changes = announcer<void>();
  let held: ArticleUid | null = null;
  return {
    get: () => held,
    listen: (listener: () => void) => changes.listen(listener),
    set(uid: ArticleUid | null) {
      if (uid === held) return;
      held = uid;
      changes.tell();
    },
  };
}

/** The article whose document hears what is sent, as state. */
export const useReadyArticle = (port: FramePort): ArticleUid | null =>
  useSyncExternalStore(port.onReady, port.ready);

/** The article that can be seen in the frame, as state. */
export const useShownArticle = (port: FramePort): ArticleUid | null =>
  useSyncExternalStore(port.onShown, port.shown);
