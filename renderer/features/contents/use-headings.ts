// Asks the frame for the headings of the article that can be seen, and hears which one is read under.
import { useEffect, useState } from 'react';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Heading } from '../../frame/messages/headings.ts';
import { type FramePort, useShownArticle } from '../../lib/frame-port.ts';

interface Headings {
  /** Null until the frame has told them. */
  readonly headings: readonly Heading[] | null;
  /** -1 before the first. */
  readonly current: number;
  goTo(index: number): void;
}

/** Of which article it was: what is left of the last one is not shown for the next. */
interface Told {
  readonly uid: ArticleUid;
  readonly headings: readonly Heading[];
  readonly current: number;
}

export function useHeadings(port: FramePort): Headings {
  const shown = useShownArticle(port);
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (shown === null) return;
    const stop = port.onNews((news, uid) => {
      if (uid !== shown) return;
      if (news.kind === 'headings') setTold({ uid, headings: news.headings, current: news.index });
      else if (news.kind === 'at-heading') {
        setTold((now) => now && { ...now, current: news.index });
      }
    });
    port.send({ kind: 'contents', wanted: true });
    return () => {
      stop();
      port.send({ kind: 'contents', wanted: false });
    };
  }, [port, shown]);
  const isNow = told !== null && told.uid === shown;
  return {
    headings: isNow ? told.headings : null,
    current: isNow ? told.current : -1,
    goTo: (index) => port.send({ kind: 'go-to-heading', index }),
  };
}
