// The desktop shell: puts its parts together and follows the life of the app, from the lock to the last write.

import { join } from 'node:path';
import { app, Menu, nativeTheme, shell } from 'electron';
import { desktopContract } from '#contract/desktop.ts';
import { dispatcher } from '#contract/rpc.ts';
import { defaultLibraryDir } from '#hosts/data-folder.ts';
import { menuTemplate } from './app-menu.ts';
import { serveWindow } from './app-protocol.ts';
import { type AppWindow, openAppWindow } from './app-window.ts';
import type { ShellArguments } from './arguments.ts';
import { serveArticles } from './article-protocol.ts';
import { capturing } from './capture/capturing.ts';
import { folderChoice } from './choose-folder.ts';
import { exportPlaces } from './choose-place.ts';
import { clipQueue } from './clip-queue.ts';
import { comeBack } from './come-back.ts';
import { copyDiagnostics } from './copy-diagnostics.ts';
import { keepCrashReports } from './crash-reports.ts';
import { desktopHandlers } from './desktop-handlers.ts';
import { drainBeforeQuit } from './drain.ts';
import { libraryClient } from './library-client.ts';
import { libraryOf } from './library-life.ts';
import { libraryPlace } from './library-place.ts';
import { CLOSE_LIMIT_MS } from './library-supervisor.ts';
import { moving } from './moving.ts';
import { tellNotClipped } from './notices.ts';
import { followOpenings } from './openings.ts';
import { type OptIns, optIns } from './opt-ins.ts';
import { registerSchemes } from './origins.ts';
import { followPower } from './power.ts';
import { printing } from './printing.ts';
import { textSaving } from './save-text.ts';
import { guardDefaultSession, hardenApp } from './security.ts';
import { openLog } from './shell-log.ts';
import { handOver } from './single-instance.ts';
import { dailyUpdates } from './updates/daily-updates.ts';
import { openUpdater } from './updates/open-updater.ts';
import { updateWay } from './updates/update-way.ts';
import { updates } from './updates/updates.ts';
import { keepWindowState } from './window-state.ts';
import { groundOf, sourceOf } from './window-theme.ts';

/** Before the app is ready, in one go: what comes later hangs on events. */
export function startShell(args: ShellArguments): void {
  if (args.userData) app.setPath('userData', args.userData);
  const problems: unknown[] = [];
  const place = libraryPlace(
    join(app.getPath('userData'), 'library.json'),
    { named: args.library, usual: defaultLibraryDir() },
    (error) => problems.push(error),
  );
  if (!handOver({ dir: place.now(), clips: args.clips, link: args.link })) {
    app.quit();
    return;
  }

  const logDir = join(app.getPath('userData'), 'logs');
  const log = openLog(logDir, Date.now);
  for (const error of problems.splice(0)) log.warn(`place of the library: ${String(error)}`);
  keepCrashReports(log);
  hardenApp(log);
  registerSchemes();

  const state = keepWindowState(join(app.getPath('userData'), 'window.json'), (error) =>
    log.warn(`window state: ${String(error)}`),
  );
  nativeTheme.themeSource = sourceOf(state.now().theme);

  let window: AppWindow | null = null;
  /** From the moment on in which the app is ready, before there is a window that could ask. */
  let outside: OptIns | null = null;
  const later = comeBack({
    place: place.now,
    named: args.library !== null,
    userData: args.userData,
  });
  let isClosing = false;
  const staysWithoutWindow = () => process.platform === 'darwin' || outside?.now().tray === true;
  const library = libraryOf(place, log, () => window);
  const client = libraryClient(library.connect, (event) => {
    if (event.kind !== 'changed' || !event.topics.includes('settings')) return;
    capture.settingsChanged();
    void newer.settingsChanged();
  });
  const frame = () => window?.frame ?? null;
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
  const dispatch = dispatcher(
    desktopContract,
    desktopHandlers({
      ...printing({ library: client, frame }),
      ...textSaving(frame),
      ...folderChoice(frame),
      ...exportPlaces(frame),
      ...moving({ place, reopen: library.reopen, trash: (path) => shell.trashItem(path) }),
      restartLibrary: library.restart,
      clipCopied: () => asks.clipCopied(),
      openCapture: capture.open,
      onState(change) {
        state.change(change);
        capture.tell();
      },
      switches: () => outside?.now() ?? state.now().switches,
      setSwitches: (change) => outside?.change(change) ?? state.now().switches,
      tellDone: (told) => outside?.tellDone(told),
      updates: newer,
    }),
  );

  const openWindow = (): AppWindow => {
    window ??= openAppWindow({
      state: state.now(),
      onState: state.change,
      dispatch,
      connectLibrary: library.connect,
      onConnected(send) {
        const problem = library.failure();
        if (problem) send({ kind: 'library-failed', ...problem });
      },
      onClosed: () => {
        window = null;
        // A page that is being rendered has a window as well.
        if (!staysWithoutWindow()) app.quit();
      },
      log,
    });
    return window;
  };

  const openings = followOpenings({
    openWindow,
    enqueue: clipQueue({ library: client, onFailed: tellNotClipped, log }),
    place: place.now,
    later: () => (isClosing ? later : null),
    log,
  });
  const { asks } = openings;

  void app.whenReady().then(() => {
    // First what takes longest to be there: the library, then the window. While both come up there is time for the rest.
    library.start();
    guardDefaultSession();
    serveWindow(log);
    serveArticles({
      get dir() {
        return place.now();
      },
      library: client,
      log,
    });
    openWindow();
    outside = optIns({
      initial: state.now().switches,
      onChange: (switches) => state.change({ switches }),
      showWindow: () => openWindow().focus(),
      isLookedAt: () => window?.frame.isFocused() ?? false,
      clipCopied: asks.clipCopied,
      quit: () => app.quit(),
    });
    followPower(state.write, log);
    dailyUpdates(newer, (told) => outside?.tellDone(told), log);
    nativeTheme.on('updated', () =>
      // Seen where the window grows faster than its page.
      window?.frame.setBackgroundColor(
        groundOf(state.now().theme, nativeTheme.shouldUseDarkColors),
      ),
    );
    const menu = menuTemplate({
      platform: process.platform,
      development: !app.isPackaged,
      onCommand: (command) => window?.send({ kind: 'menu', command }),
      onShowLog: () => void shell.openPath(logDir),
      onCopyDiagnostics: () => copyDiagnostics(logDir, library.failure()?.code ?? 'open'),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
    if (args.clips.length > 0) openings.clip(args.clips);
    if (args.link !== null) asks.follow(args.link);
    app.on('activate', () => openWindow());
  });

  // On macOS, and with an icon in the tray, an app stays when its window goes.
  app.on('window-all-closed', () => {
    if (!staysWithoutWindow()) app.quit();
  });
  drainBeforeQuit(async () => {
    isClosing = true;
    state.write();
    await capture.ended();
    await library.close(CLOSE_LIMIT_MS);
    later.arrange();
  });
}
