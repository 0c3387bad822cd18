// How the frame speaks to the window.
import type { FrameNews } from './messages/from-frame.ts';

/** The last part of the document's address, whichever host served it. */
export const articleUid = location.pathname.split('/').at(-1) ?? '';

export function tellWindow(news: FrameNews): void {
  window.parent.postMessage({ uid: articleUid, ...news }, '*');
}
