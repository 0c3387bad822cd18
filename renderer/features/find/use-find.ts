// The words that are looked for in the article, and what its frame found of them.
import { useCallback, useEffect, useState } from 'react';
import { MAX_FIND_LENGTH } from '../../frame/messages/find.ts';
import { type FramePort, useShownArticle } from '../../lib/frame-port.ts';
import type { Places } from '../../ui/place-steps.tsx';

interface FindState {
  readonly text: string;
  setText(text: string): void;
  /** Null until the frame has answered. */
  readonly found: Places | null;
  readonly step: (by: 1 | -1) => void;
}

export function useFind(port: FramePort): FindState {
  const shown = useShownArticle(port);
  const [text, setText] = useState('');
  const [found, setFound] = useState<Places | null>(null);
  useEffect(
    () =>
      port.onNews((news) => {
        if (news.kind === 'found') setFound({ count: news.count, index: news.index });
      }),
    [port],
  );
  useEffect(() => {
    if (shown !== null) port.send({ kind: 'find', text });
  }, [port, shown, text]);
  useEffect(() => () => port.send({ kind: 'find-close' }), [port]);
  const step = useCallback((by: 1 | -1) => port.send({ kind: 'find-step', by }), [port]);
  return { text, setText: (next) => setText(next.slice(0, MAX_FIND_LENGTH)), found, step };
}
