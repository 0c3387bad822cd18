// Messages of the window that arrive while the text is still being read: the script in the head keeps them for the one
// at the end, which is a script of its own.
import type { ToFrame } from './messages/to-frame.ts';

declare global {
  interface Window {
    lecternEarly?: { readonly heard: unknown[]; readonly stop: () => void };
  }
}

export function keepEarly(): void {
  const heard: unknown[] = [];
  const keep = (event: MessageEvent) => {
    if (event.source === window.parent) heard.push(event.data);
  };
  window.addEventListener('message', keep);
  window.lecternEarly = { heard, stop: () => window.removeEventListener('message', keep) };
}

/** @param read looks at what was heard, and takes null for what is none of ours @returns it in its order */
export function takeEarly(read: (data: unknown) => ToFrame | null): ToFrame[] {
  const early = window.lecternEarly;
  delete window.lecternEarly;
  early?.stop();
  return (early?.heard ?? []).map(read).filter((message) => message !== null);
}
