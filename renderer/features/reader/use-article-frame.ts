// Puts articles into the frame and opens them there: asks for the document, answers its question, keeps it set as wished.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ArticleUid } from '#contract/types/ids.ts';
import { firstLookHash } from '../../frame/messages/first-look.ts';
import type { FoundWords } from '../../frame/messages/found-words.ts';
import type { FrameLabels } from '../../frame/messages/labels.ts';
import type { Place } from '../../frame/messages/place.ts';
import type { FrameSettings } from '../../frame/messages/settings.ts';
import { useLink } from '../../lib/client.ts';
import { type FramePortOwner, useReadyArticle, useShownArticle } from '../../lib/frame-port.ts';
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
  readonly found: FoundWords | null;
  readonly labels: FrameLabels;
}

export interface ArticleFrame {
  /** Where the frame begins; later articles are put into it without a step in the history. */
  readonly src: string;
  /** Whether the frame holds the document of this article, which hides its text until it is set. */
  readonly isThere: boolean;
  /** Whether the article can be seen. */
  readonly isShown: boolean;
}

/** A frame that says nothing is shown as it is after this. */
const PATIENCE_MS = 4000;

export function useArticleFrame(
  ref: RefObject<HTMLIFrameElement | null>,
  port: FramePortOwner,
  uid: ArticleUid,
  /** Null while it has no text; undefined until that is known. */
  contentTag: string | null | undefined,
  opening: FrameOpening | null,
  settings: FrameSettings,
  listeners: FrameListeners,
): ArticleFrame {
  const link = useLink();
  const address = link.articleUrl(uid) + firstLookHash(settings);
  const [src] = useState(address);
  const isShown = useShownArticle(port) === uid;
  const isReady = useReadyArticle(port) === uid;
  const latest = useRef({ uid, opening, settings, listeners });
  // Before the browser paints, and before the next message: first text waits for both.
  useLayoutEffect(() => {
    latest.current = { uid, opening, settings, listeners };
  });

  /** How the article was last told to be set; null until it was opened. */
  const told = useRef<FrameSettings | null>(null);

  // Setting `src` would leave an entry in the history for every article: Back would then go through the frame.
  const loaded = useRef(uid);
  useLayoutEffect(() => {
    if (loaded.current === uid) return;
    loaded.current = uid;
    told.current = null;
    port.setReady(null);
    ref.current?.contentWindow?.location.replace(address);
  }, [ref, port, uid, address]);

  // Another version of the same article takes its place; under another address, or its fragment alone would be gone to.
  const held = useRef({ uid, contentTag });
  useLayoutEffect(() => {
    const before = held.current;
    held.current = { uid, contentTag };
    if (before.uid !== uid || before.contentTag === undefined || !contentTag) return;
    if (before.contentTag === contentTag) return;
    told.current = null;
    port.setReady(null);
    port.setShown(null);
    const { href, hash } = new URL(address, location.href);
    const document = href.slice(0, href.length - hash.length);
    ref.current?.contentWindow?.location.replace(`${document}?content=${contentTag}${hash}`);
  }, [ref, port, uid, contentTag, address]);

  useEffect(() => {
    const frame = ref.current;
    return frame ? port.attach(frame) : undefined;
  }, [ref, port]);

  const tellOpening = useCallback(() => {
    const { opening: known, settings: set } = latest.current;
    if (!known) return;
    told.current = set;
    port.send({ kind: 'open', settings: set, ...known });
  }, [port]);

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
            // Not by an effect: the text waits for it.
            tellOpening();
            port.setReady(current);
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
    [port, tellOpening],
  );

  useEffect(() => {
    if (!isReady || told.current === settings) return;
    if (told.current === null) {
      // Its document was quicker than the library's answer.
      if (opening) tellOpening();
      return;
    }
    told.current = settings;
    port.send({ kind: 'settings', settings });
  }, [port, isReady, opening, settings, tellOpening]);

  useEffect(() => {
    const timer = setTimeout(() => port.setShown(uid), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [port, uid]);

  return { src, isThere: isReady || isShown, isShown };
}
