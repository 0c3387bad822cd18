// Apart from the other settings: the shell knows the theme before it reads anything else, so that the window does not flash.

export const themes = ['system', 'light', 'sepia', 'dark', 'black'] as const;
