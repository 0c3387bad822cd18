// Picks the way to the library, and hands link and client to components.
import { createContext, use, useSyncExternalStore } from 'react';
import type { Client } from '#contract/define.ts';
import type { LibraryContract } from '#contract/library.ts';
import { openHttpLink } from './http-link.ts';
import type { Link, LinkStatus } from './link.ts';
import { type DesktopBridge, openPortLink } from './port-link.ts';

declare global {
  interface Window {
    /** Put there by the preload; missing in a browser. */
    readonly lectern?: DesktopBridge;
  }
}

export const openLink = (): Link =>
  window.lectern ? openPortLink(window.lectern) : openHttpLink();

export const LinkContext = createContext<Link | null>(null);

export function useLink(): Link {
  const link = use(LinkContext);
  if (!link) throw new Error('useLink needs a LinkContext');
  return link;
}

export const useClient = (): Client<LibraryContract> => useLink().client;

export function useLinkStatus(): LinkStatus {
  const link = useLink();
  return useSyncExternalStore(link.onStatus, link.status);
}
