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
  /** The article that can be seen in the frame; null while one is being opened. */
  shown(): ArticleUid | null;
  onShown(listener: () => void): () => void;
  /** Where the frame stands in the window, in CSS pixels; places that the frame tells are relative to it. */
  box(): DOMRect | null;
}

export interface FramePortOwner extends FramePort {
  /** @returns how to let go of the frame */
  attach(frame: HTMLIFrameElement): () => void;
  setShown(uid: ArticleUid | null): void;
}

export function makeFramePort(): FramePortOwner {
  const news = announcer<readonly [FrameNews, ArticleUid]>();
  const showings = announcer<void>();
  let frame: HTMLIFrameElement | null = null;
  let shown: ArticleUid | null = null;

  const setShown = (uid: ArticleUid | null) => {
    if (uid === shown) return;
    shown = uid;
    showings.tell();
  };
  const onMessage = (event: MessageEvent) => {
    if (event.source === null || event.source !== frame?.contentWindow) return;
    const message = readFromFrame(event.data);
    if (message) news.tell([message, message.uid as ArticleUid]);
  };

  return {
    // The frame's origin is opaque: there is no name to send to but "any".
    send: (message) => frame?.contentWindow?.postMessage(message, '*'),
    onNews: (listener) => news.listen(([message, uid]) => listener(message, uid)),
    shown: () => shown,
    onShown: (listener) => showings.listen(listener),
    box: () => frame?.getBoundingClientRect() ?? null,
    attach(element) {
      frame = element;
      window.addEventListener('message', onMessage);
      return () => {
        window.removeEventListener('message', onMessage);
        frame = null;
        setShown(null);
      };
    },
    setShown,
  };
}

/** The article that can be seen in the frame, as state. */
export const useShownArticle = (port: FramePort): ArticleUid | null =>
  useSyncExternalStore(port.onShown, port.shown);
