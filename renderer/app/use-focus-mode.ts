// Focus mode: the open article alone in the window. It lasts while one goes from article to article, and ends with the
// last of them: back in the list everything stands where it stood.
import { useState } from 'react';
import type { ArticleUid } from '#contract/types/ids.ts';

export interface FocusMode {
  readonly isOn: boolean;
  toggle(): void;
  leave(): void;
}

/** @param open the open article; without one there is nothing to be alone with */
export function useFocusMode(open: ArticleUid | null): FocusMode {
  const [wanted, setWanted] = useState(false);
  const isOn = wanted && open !== null;
  // Closing the article is leaving: the next one opened does not take the window by itself.
  if (wanted && open === null) setWanted(false);
  return {
    isOn,
    toggle: () => setWanted(!isOn && open !== null),
    leave: () => setWanted(false),
  };
}
