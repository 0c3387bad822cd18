// The highlights of the open article in its frame: keeps them painted there, and hears what is done with them.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Highlight, HighlightColour } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type {
  FrameBox,
  FrameSelection,
  SelectionTrouble,
} from '../../frame/messages/highlights.ts';
import { type FramePort, useReadyArticle } from '../../lib/frame-port.ts';

export interface Wish {
  readonly selection: FrameSelection;
  readonly colour: HighlightColour | null;
  readonly opens: boolean;
}

interface Listeners {
  onWish(wish: Wish): void;
  onMarked(uids: readonly string[], box: FrameBox): void;
}

interface Selected {
  readonly selection: FrameSelection | null;
  readonly trouble: SelectionTrouble | null;
}

/** Longer than this nobody listens before deciding. */
const MAX_SAID = 300;

const NOTHING: Selected = { selection: null, trouble: null };

export function useFrameMarks(
  uid: ArticleUid,
  port: FramePort,
  highlights: readonly Highlight[] | undefined,
  listeners: Listeners,
) {
  const { t } = useTranslation();
  const isReady = useReadyArticle(port) === uid;
  const [selected, setSelected] = useState(NOTHING);
  const [focusedUid, setFocused] = useState<string | null>(null);
  const [caret, setCaret] = useState({ isOn: false, said: '' });
  const latest = useRef(listeners);
  useEffect(() => {
    latest.current = listeners;
  });

  useEffect(() => {
    if (!isReady || !highlights) return;
    const items = highlights.flatMap(({ uid: highlight, colour, range, note }) =>
      range ? [{ uid: highlight, ...range, colour, hasNote: note.trim() !== '' }] : [],
    );
    port.send({ kind: 'highlights', uid, items });
  }, [port, uid, isReady, highlights]);

  useEffect(
    () =>
      port.onNews((news, from) => {
        if (from !== uid) return;
        switch (news.kind) {
          case 'selection':
            setSelected({ selection: news.selection, trouble: news.trouble });
            return;
          case 'highlight-wish':
            latest.current.onWish(news);
            return;
          case 'marked':
            latest.current.onMarked(news.uids, news.box);
            return;
          case 'at-highlight':
            setFocused(news.highlight);
            return;
          case 'caret':
            setCaret({ isOn: news.isOn, said: news.said });
            return;
          default:
        }
      }),
    [port, uid],
  );

  const index = highlights?.findIndex((one) => one.uid === focusedUid) ?? -1;
  const focused = highlights?.[index] ?? null;
  const sayFocused = ({ quote, colour, note }: Highlight) =>
    t(note ? 'highlights.atNoted' : 'highlights.at', {
      index: index + 1,
      count: highlights?.length ?? 0,
      colour: t(`colours.${colour}`),
      quote: quote.slice(0, MAX_SAID),
      note: note.slice(0, MAX_SAID),
    });
  const said = focused
    ? sayFocused(focused)
    : caret.said || (caret.isOn ? t('highlights.caretOn') : '');
  return { selected, focused, said };
}
