// The window's end of the line to the frame that shows what was left out.
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#contract/types/article.ts';
import type { BlockAction, PageContents } from '#contract/types/block.ts';
import { readFromFrame } from '../../frame/messages/from-frame.ts';
import type { ToLeftOut } from '../../frame/messages/left-out.ts';
import { useOpenLink } from '../../lib/open-link.ts';
import type { KeyPress } from '../../lib/shortcuts.ts';
import { useFrameSettings } from '../../lib/use-frame-settings.ts';

interface LeftOutNews {
  /** @returns whether it was done */
  readonly onEdit: (number: number, action: BlockAction) => Promise<boolean>;
  readonly onKey: (press: KeyPress) => void;
  readonly onDrag: () => void;
}

/** @returns says something to the frame */
export function useLeftOutFrame(
  frame: RefObject<HTMLIFrameElement | null>,
  article: Article,
  contents: PageContents | undefined,
  news: LeftOutNews,
): (message: ToLeftOut) => void {
  const { t } = useTranslation();
  const settings = useFrameSettings(article);
  const openLink = useOpenLink();
  const [isReady, setReady] = useState(false);
  const latest = useRef(news);
  const message = useMemo((): ToLeftOut | null => {
    if (!contents) return null;
    return {
      kind: 'left-out',
      settings,
      html: contents.html,
      blocks: contents.blocks.map(({ number, state, text }) => ({ number, state, text })),
      labels: {
        restore: t('leftOut.restore'),
        restoreNamed: t('leftOut.restoreNamed', { passage: '{passage}' }),
        remove: t('leftOut.remove'),
        removeNamed: t('leftOut.removeNamed', { passage: '{passage}' }),
      },
    };
  }, [contents, settings, t]);
  const known = useRef(message);
  useEffect(() => {
    latest.current = news;
    known.current = message;
  });

  // The frame's origin is opaque: there is no name to send to but "any".
  const say = (one: ToLeftOut) => frame.current?.contentWindow?.postMessage(one, '*');
  useEffect(() => {
    if (isReady && message) frame.current?.contentWindow?.postMessage(message, '*');
  }, [frame, isReady, message]);

  useEffect(() => {
    const onMessage = (event: MessageEvent) => {
      const target = frame.current?.contentWindow;
      if (!target || event.source !== target) return;
      const heard = readFromFrame(event.data);
      if (heard?.kind === 'ready') setReady(true);
      else if (heard?.kind === 'shown') frame.current?.focus();
      else if (heard?.kind === 'key') latest.current.onKey(heard);
      else if (heard?.kind === 'drag') latest.current.onDrag();
      else if (heard?.kind === 'link') openLink(heard.url);
      else if (heard?.kind === 'edit-block') {
        void latest.current.onEdit(heard.number, heard.action).then((isDone) => {
          // The frame has shown it already.
          if (!isDone && known.current) target.postMessage(known.current, '*');
        });
      }
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [frame, openLink]);
  return say;
}
