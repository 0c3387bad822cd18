// Goes to the highlight that an article was opened for, once both are there.
import { useEffect, useRef } from 'react';
import type { Highlight, HighlightUid } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { type FramePort, useShownArticle } from '../../lib/frame-port.ts';

/** A new object for every time that somebody wants to go there. */
export interface MarkTarget {
  readonly article: ArticleUid;
  readonly highlight: HighlightUid;
}

export function useTarget(
  uid: ArticleUid,
  port: FramePort,
  highlights: readonly Highlight[] | undefined,
  target: MarkTarget | null,
): void {
  const isShown = useShownArticle(port) === uid;
  const reached = useRef<MarkTarget | null>(null);
  useEffect(() => {
    if (!isShown || !highlights || !target || target.article !== uid) return;
    if (reached.current === target) return;
    reached.current = target;
    const range = highlights.find((one) => one.uid === target.highlight)?.range;
    if (range) port.send({ kind: 'show-range', uid: target.highlight, ...range });
  }, [port, uid, isShown, highlights, target]);
}
