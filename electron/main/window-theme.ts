// What the shell makes of the window's theme: title bar and menus know light and dark alone, the ground knows all.
import type { themes } from '#contract/types/theme.ts';

export type WindowTheme = (typeof themes)[number];

/** For Electron's own parts. */
export const sourceOf = (theme: WindowTheme): 'system' | 'light' | 'dark' => {
  if (theme === 'sepia') return 'light';
  return theme === 'black' ? 'dark' : theme;
};

/** --paper of each theme: a test compares it with the window's file of colours. */
const grounds = { light: '#fdfcfa', sepia: '#f8f0e0', dark: '#1b1a18', black: '#000000' } as const;

/** As the window itself will look, so that nothing flashes when it opens. */
export const groundOf = (theme: WindowTheme, systemIsDark: boolean): string =>
  grounds[theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme];
