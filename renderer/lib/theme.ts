// Which theme is on screen, and the root element that carries it.
import { useEffect } from 'react';
import type { Settings } from '#contract/types/settings.ts';
import { isTheme } from '../frame/messages/settings.ts';
import { useLink } from './client.ts';
import { useMedia } from './media.ts';
import { useSettings } from './queries.ts';
import { recall, remember } from './view-memory.ts';

export type ShownTheme = 'light' | 'sepia' | 'dark' | 'black';

/** A chosen theme, with the system's own choice in place of `system`. */
export function useShownTheme(theme: Settings['theme']): ShownTheme {
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
}

/** The one that the window bears, which it does from its first moment on. */
export function rootTheme(): Settings['theme'] {
  const { theme } = document.documentElement.dataset;
  return isTheme(theme) ? theme : 'system';
}

/** Puts the theme on the root element, tells the desktop of it, and remembers it for the first moment of the next start. */
export function useTheme(): void {
  const link = useLink();
  const { settings, isKnown } = useSettings();
  const { theme } = settings;
  useEffect(() => {
    if (!isKnown) return;
    setRootTheme(theme);
    remember('theme', theme);
    // Where the shell cannot be told, its bars stay as they are.
    link
      .desktop()
      ?.['shell.setTheme']({ theme })
      .catch(() => undefined);
  }, [link, theme, isKnown]);
}

/** Before anything is drawn: the theme of last time, so that a dark window does not begin white. */
export const recallTheme = (): void => setRootTheme(recall('theme') ?? 'system');

export function setRootTheme(theme: string): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
