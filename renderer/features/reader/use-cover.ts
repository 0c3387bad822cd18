// While a picture of the article is open, its frame has the whole window.
import { useEffect, useState } from 'react';
import { type FramePort, useShownArticle } from '../../lib/frame-port.ts';

export function useCover(port: FramePort): boolean {
  const shown = useShownArticle(port);
  /** The article that said so: another one has said nothing yet. */
  const [coveredBy, setCoveredBy] = useState<string | null>(null);
  useEffect(
    () =>
      port.onNews((news, uid) => {
        if (news.kind === 'cover') setCoveredBy(news.covers ? uid : null);
        // Its document was made anew: with another text, for one.
        if (news.kind === 'ready') setCoveredBy(null);
      }),
    [port],
  );
  return shown !== null && coveredBy === shown;
}
