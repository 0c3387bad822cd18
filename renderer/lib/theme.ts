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

/** The list is there by then. */
const TELL_AFTER_MS = 2000;

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
    if (!isKnown) return undefined;
    // What it was told last time the shell knows. It is told all the same, but not while the window is being drawn.
    const isNews = theme !== recalled();
    setRootTheme(theme);
    remember('theme', theme);
    const tell = () => {
      // Where the shell cannot be told, its bars stay as they are.
      link
        .desktop()
        ?.['shell.setTheme']({ theme })
        .catch(() => undefined);
    };
    if (isNews) return tell();
    const timer = setTimeout(tell, TELL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [link, theme, isKnown]);
}

/** Before anything is drawn: the theme of last time, so that a dark window does not begin white. */
export const recallTheme = (): void => setRootTheme(recalled());

const recalled = () => recall('theme') ?? 'system';

export function setRootTheme(theme: string): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
