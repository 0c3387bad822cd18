// What the app does outside its window, once somebody has asked for it: an icon in the tray, a key that works anywhere, word of
// long work that is done. All of it is off until then.
import { globalShortcut, Menu, Notification, nativeImage, Tray } from 'electron';
import type { SwitchChange } from '#contract/desktop.ts';
import { LibraryError } from '#contract/errors.ts';
import type { ShellSwitches } from '#contract/types/shell-switches.ts';
import { iconFile } from './built-files.ts';

/** Three keys beside the letter: one that other programs leave free. */
export const CLIP_KEY = 'CommandOrControl+Alt+Shift+C';

const TRAY_SIZE = 22;

export interface OptIns {
  now(): ShellSwitches;
  /** @throws LibraryError conflict where another program has the key; then nothing has changed */
  change(change: SwitchChange): ShellSwitches;
  /** Shown where it is wanted, and while nobody looks at the window. */
  tellDone(told: { title: string; body: string }): void;
}

export interface OptInOptions {
  /** As it was last time. */
  readonly initial: ShellSwitches;
  readonly onChange: (switches: ShellSwitches) => void;
  readonly showWindow: () => void;
  readonly isLookedAt: () => boolean;
  readonly clipCopied: () => void;
  readonly quit: () => void;
}

/** Once the app is ready. */
export function optIns(options: OptInOptions): OptIns {
  let switches: ShellSwitches = { tray: false, globalShortcut: false, notifications: false };
  let tray: Tray | null = null;

  function showTray(): void {
    const icon = nativeImage
      .createFromPath(iconFile)
      .resize({ width: TRAY_SIZE, height: TRAY_SIZE });
    tray = new Tray(icon);
    tray.setToolTip('Lectern');
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Open Lectern', click: options.showWindow },
        { label: 'Clip the Copied Link…', click: options.clipCopied },
        { type: 'separator' },
        { label: 'Quit', click: options.quit },
      ]),
    );
    tray.on('click', options.showWindow);
  }

  function apply(next: ShellSwitches): void {
    if (next.globalShortcut !== switches.globalShortcut) {
      if (!next.globalShortcut) globalShortcut.unregister(CLIP_KEY);
      else if (!globalShortcut.register(CLIP_KEY, options.clipCopied)) {
        throw new LibraryError('conflict', 'Another program has this key already.');
      }
    }
    if (next.tray && !tray) showTray();
    if (!next.tray) {
      tray?.destroy();
      tray = null;
    }
    switches = next;
  }

  try {
    apply(options.initial);
  } catch {
    // The key is another's today; everything else is as it was chosen.
    apply({ ...options.initial, globalShortcut: false });
  }
  return {
    now: () => switches,
    change(change) {
      apply({
        tray: change.tray ?? switches.tray,
        globalShortcut: change.globalShortcut ?? switches.globalShortcut,
        notifications: change.notifications ?? switches.notifications,
      });
      options.onChange(switches);
      return switches;
    },
    tellDone({ title, body }) {
      if (!switches.notifications || options.isLookedAt() || !Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      notification.on('click', options.showWindow);
      notification.show();
    },
  };
}
