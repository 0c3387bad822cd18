// What the shell does beside having a library and a window: answers the window, serves its articles, and is of use around it. Most
// of the shell's code; it is read when it is needed, or when the window is there.
import { app, Menu, type MessagePortMain, nativeTheme, shell } from 'electron';
import { desktopContract } from '#contract/desktop.ts';
import { type Dispatch, dispatcher } from '#contract/rpc.ts';
import type { Logger } from '#library/ports.ts';
import { menuTemplate } from './app-menu.ts';
import type { AppWindow } from './app-window.ts';
import { answerArticle } from './article-protocol.ts';
import { capturing } from './capture/capturing.ts';
import { folderChoice } from './choose-folder.ts';
import { exportPlaces } from './choose-place.ts';
import { clipQueue } from './clip-queue.ts';
import type { ComeBack } from './come-back.ts';
import { copyDiagnostics } from './copy-diagnostics.ts';
import { forgetOldCrashes } from './crash-reports.ts';
import { desktopHandlers } from './desktop-handlers.ts';
import { libraryClient } from './library-client.ts';
import type { LibraryPlace } from './library-place.ts';
import type { LibrarySupervisor } from './library-supervisor.ts';
import { moving } from './moving.ts';
import { tellNotClipped } from './notices.ts';
import { followOpenings, type Openings } from './openings.ts';
import { optIns } from './opt-ins.ts';
import { type PageProcesses, pageProcesses } from './page-processes.ts';
import { followPower } from './power.ts';
import { printing } from './printing.ts';
import { textSaving } from './save-text.ts';
import { dailyUpdates } from './updates/daily-updates.ts';
import { openUpdater } from './updates/open-updater.ts';
import { updateWay } from './updates/update-way.ts';
import { updates } from './updates/updates.ts';
import type { KeptWindowState } from './window-state.ts';
import { groundOf } from './window-theme.ts';

export interface ShellWorkParts {
  readonly place: LibraryPlace;
  readonly library: LibrarySupervisor<MessagePortMain>;
  readonly state: KeptWindowState;
  readonly openWindow: () => AppWindow;
  /** Null where it is closed. */
  readonly window: () => AppWindow | null;
  /** What comes while the app is closing. Null before. */
  readonly later: () => ComeBack | null;
  readonly logDir: string;
  readonly log: Logger;
}

export interface ShellWork {
  /** Answers the desktop contract. */
  readonly dispatch: Dispatch;
  /** Of the article scheme. */
  article(request: Request): Promise<Response>;
  readonly openings: Openings;
  readonly pages: PageProcesses;
  /** Whether there is an icon in the tray, with which the app stays when its window goes. */
  hasTray(): boolean;
  /** Resolves when the last is written down. */
  ended(): Promise<void>;
}

/** Once the app is ready. */
export function startWork(parts: ShellWorkParts): ShellWork {
  const { place, library, state, openWindow, window, logDir, log } = parts;
  const frame = () => window()?.frame ?? null;
  const client = libraryClient(library.connect, (event) => {
    if (event.kind !== 'changed' || !event.topics.includes('settings')) return;
    capture.settingsChanged();
    void newer.settingsChanged();
  });

  const openings = followOpenings({
    openWindow,
    enqueue: clipQueue({ library: client, onFailed: tellNotClipped, log }),
    place: place.now,
    later: parts.later,
    log,
  });
  const { asks } = openings;
  const capture = capturing({
    library: client,
    state,
    showArticle: (uid) => openings.toWindow({ kind: 'asked', asked: { kind: 'open', uid } }),
    log,
  });
  const newer = updates({
    version: app.getVersion(),
    way: updateWay({
      isPackaged: app.isPackaged,
      platform: process.platform,
      env: process.env,
      resources: process.resourcesPath,
    }),
    openUpdater,
    library: client,
    kept: { now: () => state.now().updates, change: (kept) => state.change({ updates: kept }) },
    now: Date.now,
    log,
  });
  const outside = optIns({
    initial: state.now().switches,
    onChange: (switches) => state.change({ switches }),
    showWindow: () => openWindow().focus(),
    isLookedAt: () => frame()?.isFocused() ?? false,
    clipCopied: asks.clipCopied,
    quit: () => app.quit(),
  });
  const dispatch = dispatcher(
    desktopContract,
    desktopHandlers({
      ...printing({ library: client, frame }),
      ...textSaving(frame),
      ...folderChoice(frame),
      ...exportPlaces(frame),
      ...moving({ place, reopen: library.reopen, trash: (path) => shell.trashItem(path) }),
      restartLibrary: library.restart,
      clipCopied: asks.clipCopied,
      openCapture: capture.open,
      onState(change) {
        state.change(change);
        capture.tell();
      },
      switches: outside.now,
      setSwitches: outside.change,
      tellDone: outside.tellDone,
      updates: newer,
    }),
  );

  forgetOldCrashes();
  followPower(state.write, log);
  dailyUpdates(newer, outside.tellDone, log);
  nativeTheme.on('updated', () =>
    // Seen where the window grows faster than its page.
    frame()?.setBackgroundColor(groundOf(state.now().theme, nativeTheme.shouldUseDarkColors)),
  );
  const menu = menuTemplate({
    platform: process.platform,
    development: !app.isPackaged,
    onCommand: (command) => window()?.send({ kind: 'menu', command }),
    onShowLog: () => void shell.openPath(logDir),
    onCopyDiagnostics: () => copyDiagnostics(logDir, library.failure()?.code ?? 'open'),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));

  return {
    dispatch,
    article: (request) => answerArticle(request, { dir: place.now(), library: client, log }),
    openings,
    pages: pageProcesses(log),
    hasTray: () => outside.now().tray,
    ended: capture.ended,
  };
}
