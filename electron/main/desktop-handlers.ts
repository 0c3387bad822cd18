// What the shell answers to the window: the desktop contract.
import { nativeTheme } from 'electron';
import type { Handlers } from '#contract/define.ts';
import type { DesktopContract, ExportPlace, SavedText, SwitchChange } from '#contract/desktop.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { ShellSwitches } from '#contract/types/shell-switches.ts';
import { openOutside } from './security.ts';
import type { Updates } from './updates/updates.ts';
import type { WindowState } from './window-state.ts';
import { sourceOf } from './window-theme.ts';

export interface DesktopSides {
  /** @throws LibraryError what keeps the library from opening */
  readonly restartLibrary: () => Promise<void>;
  readonly print: (uid: ArticleUid) => Promise<void>;
  readonly savePdf: (uid: ArticleUid) => Promise<{ fileName: string | null }>;
  readonly saveText: (saved: SavedText) => Promise<{ fileName: string | null }>;
  readonly choosePlace: (asked: ExportPlace) => Promise<{ path: string | null }>;
  readonly showInFolder: (asked: { path: string }) => void;
  readonly chooseFolder: (asked: { title: string }) => Promise<{ dir: string | null }>;
  readonly clipCopied: () => void;
  readonly openCapture: (address: string | null) => Promise<void>;
  readonly openLibrary: (asked: { dir: string }) => Promise<void>;
  readonly moveLibrary: (asked: { dir: string }) => Promise<{ dir: string }>;
  readonly stopMove: () => void;
  readonly libraryPlace: () => {
    old: string | null;
    move: { done: number; total: number } | null;
  };
  readonly discardOldLibrary: () => Promise<void>;
  readonly switches: () => ShellSwitches;
  readonly setSwitches: (change: SwitchChange) => ShellSwitches;
  readonly updates: Updates;
  readonly tellDone: (told: { title: string; body: string }) => void;
  readonly onState: (change: Partial<WindowState>) => void;
}

export function desktopHandlers(sides: DesktopSides): Handlers<DesktopContract> {
  return {
    'shell.openLink': ({ url }) => openOutside(url),
    'shell.setTheme'({ theme }) {
      sides.onState({ theme });
      nativeTheme.themeSource = sourceOf(theme);
    },
    'shell.print': ({ uid }) => sides.print(uid),
    'shell.savePdf': ({ uid }) => sides.savePdf(uid),
    'shell.saveText': sides.saveText,
    'shell.choosePlace': sides.choosePlace,
    'shell.showInFolder': sides.showInFolder,
    'shell.chooseFolder': sides.chooseFolder,
    'shell.clipCopied': sides.clipCopied,
    'shell.openCapture': ({ address }) => sides.openCapture(address),
    'shell.switches': sides.switches,
    'shell.setSwitches': sides.setSwitches,
    'shell.tellDone': sides.tellDone,
    'shell.restartLibrary': sides.restartLibrary,
    'shell.openLibrary': sides.openLibrary,
    'shell.moveLibrary': sides.moveLibrary,
    'shell.stopMove': sides.stopMove,
    'shell.libraryPlace': sides.libraryPlace,
    'shell.discardOldLibrary': sides.discardOldLibrary,
    'shell.updates': sides.updates.state,
    'shell.setDailyUpdates': ({ isDaily }) => sides.updates.setDaily(isDaily),
    'shell.lookForUpdate': sides.updates.look,
    'shell.fetchUpdate': sides.updates.fetch,
  };
}
