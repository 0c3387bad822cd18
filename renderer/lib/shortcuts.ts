// The keys of the window, as data: the app runs them, the help sheet shows them, the article's frame forwards them.

/** The parts of a key press that say which key it was; a KeyboardEvent is one. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type CommandId =
  | 'next'
  | 'previous'
  | 'open'
  | 'back'
  | 'select'
  | 'select-all'
  | 'star'
  | 'archive'
  | 'trash'
  | 'delete-for-good'
  | 'tag'
  | 'collect'
  | 'uncollect'
  | 'details'
  | 'toggle-unread'
  | 'toggle-finished'
  | 'print'
  | 'save-pdf'
  | 'highlight'
  | 'highlight-yellow'
  | 'highlight-green'
  | 'highlight-blue'
  | 'highlight-pink'
  | 'highlight-purple'
  | 'caret'
  | 'next-highlight'
  | 'previous-highlight'
  | 'highlights'
  | 'note'
  | 'undo'
  | 'redo'
  | 'history'
  | 'about'
  | 'search'
  | 'save-search'
  | 'take-offer'
  | 'palette'
  | 'clip'
  | 'clip-copied'
  | 'copy-own-link'
  | 'capture'
  | 'contents'
  | 'linked'
  | 'versions'
  | 'compare-versions'
  | 'read-aloud'
  | 'pages'
  | 'original'
  | 'left-out'
  | 'find-in-article'
  | 'find-next'
  | 'find-previous'
  | 'history-back'
  | 'history-forward'
  | 'type'
  | 'bigger-text'
  | 'smaller-text'
  | 'open-picture'
  | 'focus-mode'
  | 're-extract'
  | 'import'
  | 'export'
  | 'home'
  | 'settings'
  | 'toggle-sidebar'
  | 'shortcuts';

/** What is done with highlights in the open article. */
export type MarkCommand = Extract<
  CommandId,
  'highlight' | `highlight-${string}` | 'caret' | 'next-highlight' | 'previous-highlight'
>;
/** What is done in the open article by the bars above it. */
export type ToolCommand = Extract<
  CommandId,
  `find-${string}` | 'read-aloud' | 'pages' | 'original' | 'left-out'
>;

export interface Shortcut {
  readonly command: CommandId;
  /** Any of them. `Mod` is Ctrl, or Cmd on a Mac. Letters are lower case, Shift is named. */
  readonly chords: readonly string[];
  /** `list`: only with the focus in a list. `page`: not while typing. `anywhere`: even then. */
  readonly where: 'list' | 'page' | 'anywhere';
  /** Where a browser has its own way to it, the window offers none. */
  readonly desktopOnly?: true;
  readonly group: 'list' | 'article' | 'marks' | 'app';
}

/** Shown beside what it takes. */
export const OFFER_CHORD = 'Alt+Enter';

export const shortcuts: readonly Shortcut[] = [
  { command: 'next', chords: ['j'], where: 'page', group: 'list' },
  { command: 'previous', chords: ['k'], where: 'page', group: 'list' },
  { command: 'open', chords: ['Enter'], where: 'list', group: 'list' },
  { command: 'back', chords: ['Escape'], where: 'page', group: 'list' },
  { command: 'select', chords: ['x'], where: 'list', group: 'list' },
  { command: 'select-all', chords: ['Mod+a'], where: 'list', group: 'list' },
  { command: 'star', chords: ['s'], where: 'page', group: 'article' },
  { command: 'archive', chords: ['e'], where: 'page', group: 'article' },
  { command: 'trash', chords: ['#', 'Delete'], where: 'page', group: 'article' },
  { command: 'delete-for-good', chords: ['Shift+Delete'], where: 'page', group: 'article' },
  { command: 'tag', chords: ['t'], where: 'page', group: 'article' },
  { command: 'collect', chords: ['b'], where: 'page', group: 'article' },
  { command: 'uncollect', chords: ['Shift+b'], where: 'page', group: 'article' },
  { command: 'details', chords: ['F2'], where: 'page', group: 'article' },
  { command: 'toggle-unread', chords: ['u'], where: 'page', group: 'article' },
  { command: 'toggle-finished', chords: ['f'], where: 'page', group: 'article' },
  { command: 'contents', chords: ['o'], where: 'page', group: 'article' },
  { command: 'linked', chords: ['l'], where: 'page', group: 'article' },
  { command: 'versions', chords: ['Shift+v'], where: 'page', group: 'article' },
  { command: 'compare-versions', chords: ['d'], where: 'page', group: 'article' },
  { command: 'read-aloud', chords: ['r'], where: 'page', group: 'article' },
  { command: 'pages', chords: ['p'], where: 'page', group: 'article' },
  { command: 'original', chords: ['Shift+o'], where: 'page', group: 'article' },
  { command: 'left-out', chords: ['Shift+l'], where: 'page', group: 'article' },
  {
    command: 'copy-own-link',
    chords: ['Shift+c'],
    where: 'page',
    desktopOnly: true,
    group: 'article',
  },
  { command: 'print', chords: ['Mod+p'], where: 'anywhere', group: 'article' },
  {
    command: 'save-pdf',
    chords: ['Mod+Shift+p'],
    where: 'anywhere',
    group: 'article',
    desktopOnly: true,
  },
  { command: 'highlight', chords: ['h'], where: 'page', group: 'marks' },
  { command: 'highlight-yellow', chords: ['1'], where: 'page', group: 'marks' },
  { command: 'highlight-green', chords: ['2'], where: 'page', group: 'marks' },
  { command: 'highlight-blue', chords: ['3'], where: 'page', group: 'marks' },
  { command: 'highlight-pink', chords: ['4'], where: 'page', group: 'marks' },
  { command: 'highlight-purple', chords: ['5'], where: 'page', group: 'marks' },
  { command: 'caret', chords: ['v'], where: 'page', group: 'marks' },
  { command: 'next-highlight', chords: ['n'], where: 'page', group: 'marks' },
  { command: 'previous-highlight', chords: ['Shift+n'], where: 'page', group: 'marks' },
  {
    command: 'find-in-article',
    chords: ['Mod+Shift+f'],
    where: 'anywhere',
    group: 'article',
  },
  { command: 'find-next', chords: ['F3'], where: 'anywhere', group: 'article' },
  { command: 'find-previous', chords: ['Shift+F3'], where: 'anywhere', group: 'article' },
  { command: 'history-back', chords: ['[', 'Alt+ArrowLeft'], where: 'page', group: 'article' },
  { command: 'history-forward', chords: [']', 'Alt+ArrowRight'], where: 'page', group: 'article' },
  { command: 'highlights', chords: ['Shift+h'], where: 'page', group: 'marks' },
  { command: 'note', chords: ['m'], where: 'page', group: 'marks' },
  { command: 'type', chords: ['Shift+t'], where: 'page', group: 'article' },
  // With Ctrl or Cmd these zoom the window.
  { command: 'bigger-text', chords: ['+', '='], where: 'page', group: 'article' },
  { command: 'smaller-text', chords: ['-'], where: 'page', group: 'article' },
  { command: 'open-picture', chords: ['i'], where: 'page', group: 'article' },
  { command: 'focus-mode', chords: ['z'], where: 'page', group: 'article' },
  { command: 'search', chords: ['/', 'Mod+f'], where: 'page', group: 'app' },
  { command: 'save-search', chords: ['Mod+s'], where: 'anywhere', group: 'app' },
  { command: 'take-offer', chords: [OFFER_CHORD], where: 'anywhere', group: 'app' },
  { command: 'palette', chords: ['Mod+k'], where: 'anywhere', group: 'app' },
  { command: 'clip', chords: ['c', 'Mod+n'], where: 'page', group: 'app' },
  {
    command: 'clip-copied',
    chords: ['Mod+Shift+n'],
    where: 'anywhere',
    desktopOnly: true,
    group: 'app',
  },
  {
    command: 'capture',
    chords: ['w', 'Mod+Shift+b'],
    where: 'page',
    group: 'app',
    desktopOnly: true,
  },
  { command: 'undo', chords: ['Mod+z'], where: 'page', group: 'app' },
  { command: 'redo', chords: ['Mod+Shift+z', 'Mod+y'], where: 'page', group: 'app' },
  { command: 'history', chords: ['Shift+z'], where: 'page', group: 'app' },
  { command: 're-extract', chords: ['Shift+r'], where: 'page', group: 'app' },
  { command: 'import', chords: ['Shift+i'], where: 'page', group: 'app' },
  { command: 'export', chords: ['Shift+e'], where: 'page', group: 'app' },
  { command: 'home', chords: ['g'], where: 'page', group: 'app' },
  { command: 'settings', chords: ['Mod+,'], where: 'anywhere', group: 'app' },
  { command: 'toggle-sidebar', chords: ['Mod+b'], where: 'page', group: 'app' },
  { command: 'shortcuts', chords: ['?'], where: 'page', group: 'app' },
];

/** What there is to do here. */
export const shortcutsOn = (host: 'desktop' | 'web'): readonly Shortcut[] =>
  host === 'desktop' ? shortcuts : shortcuts.filter(({ desktopOnly }) => !desktopOnly);

/** `Mod+Shift+z`, `#`, `Delete`. Shift is named with letters only: other signs already say it by being other signs. */
export function chordOf(press: KeyPress): string {
  const letter = /^\p{L}$/u.test(press.key);
  const key = letter ? press.key.toLowerCase() : press.key;
  const shift = press.shiftKey && (letter || press.key.length > 1);
  const mod = press.ctrlKey || press.metaKey;
  return `${mod ? 'Mod+' : ''}${press.altKey && !mod && (letter || press.key.length > 1) ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

export const shortcutFor = (press: KeyPress): Shortcut | undefined => {
  const chord = chordOf(press);
  return shortcuts.find((shortcut) => shortcut.chords.includes(chord));
};
