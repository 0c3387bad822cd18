// Which theme is on screen, and the root element that carries it.
import { useEffect } from 'react';
import { useLink } from './client.ts';
import { useMedia } from './media.ts';
import { useSettings } from './queries.ts';
import { recall, remember } from './view-memory.ts';

export type ShownTheme = 'light' | 'sepia' | 'dark' | 'black';

/** The chosen theme, with the system's own choice in place of `system`. */
export function useShownTheme(): ShownTheme {
  const { settings } = useSettings();
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  if (settings.theme !== 'system') return settings.theme;
  return systemIsDark ? 'dark' : 'light';
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
    // The shell knows light and dark alone; where it cannot be told, its bars stay as they are.
    link
      .desktop()
      ?.['shell.setTheme']({ theme: shellThemes[theme] })
      .catch(() => undefined);
  }, [link, theme, isKnown]);
}

const shellThemes = {
  system: 'system',
  light: 'light',
  sepia: 'light',
  dark: 'dark',
  black: 'dark',
} as const;

/** Before anything is drawn: the theme of last time, so that a dark window does not begin white. */
export const recallTheme = (): void => setRootTheme(recall('theme') ?? 'system');

function setRootTheme(theme: string): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
