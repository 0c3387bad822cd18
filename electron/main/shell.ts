// The desktop shell: has the library and the window there as soon as can be, and follows the life of the app, from the lock to
// the last write. All else that it does is in shell-work.ts.

import { join } from 'node:path';
import { app, Menu, nativeTheme, protocol } from 'electron';
import { defaultLibraryDir } from '#hosts/data-folder.ts';
import { serveWindow } from './app-protocol.ts';
import { type AppWindow, openAppWindow } from './app-window.ts';
import type { ShellArguments } from './arguments.ts';
import { comeBack } from './come-back.ts';
import { keepCrashReports } from './crash-reports.ts';
import { drainBeforeQuit } from './drain.ts';
import { hearOpenings } from './early-openings.ts';
import { libraryOf } from './library-life.ts';
import { libraryPlace } from './library-place.ts';
import { CLOSE_LIMIT_MS } from './library-supervisor.ts';
import { registerSchemes } from './origins.ts';
import { guardDefaultSession, hardenApp } from './security.ts';
import { openLog } from './shell-log.ts';
import type { ShellWork } from './shell-work.ts';
import { handOver } from './single-instance.ts';
import { roomForFirstList } from './window-heap.ts';
import { keepWindowState } from './window-state.ts';
import { sourceOf } from './window-theme.ts';

/** Whoever starts the app wants to see the library first. */
const WORK_AFTER_MS = 1000;

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
  roomForFirstList();
  registerSchemes();

  const state = keepWindowState(join(app.getPath('userData'), 'window.json'), (error) =>
    log.warn(`window state: ${String(error)}`),
  );
  nativeTheme.themeSource = sourceOf(state.now().theme);

  let window: AppWindow | null = null;
  let work: ShellWork | null = null;
  let beginning: Promise<ShellWork> | null = null;
  let isClosing = false;
  const later = comeBack({
    place: place.now,
    named: args.library !== null,
    userData: args.userData,
  });
  const staysWithoutWindow = () => process.platform === 'darwin' || work?.hasTray() === true;

  const begin = async () => {
    await app.whenReady();
    const { startWork } = await import('./shell-work.ts');
    work = startWork({
      place,
      library,
      state,
      openWindow,
      window: () => window,
      later: () => (isClosing ? later : null),
      logDir,
      log,
    });
    return work;
  };
  /** Rejects where the shell cannot work. */
  const atWork = (): Promise<ShellWork> => {
    beginning ??= begin();
    return beginning;
  };
  const withWork = (use: (work: ShellWork) => void) =>
    void atWork().then(use, (error: unknown) => log.error('shell: cannot work', error));

  const library = libraryOf(place, log, {
    window: () => window,
    withPages: (use) => withWork(({ pages }) => use(pages)),
  });
  const openWindow = (): AppWindow => {
    window ??= openAppWindow({
      state: state.now(),
      onState: state.change,
      dispatch: async (...call) => (await atWork()).dispatch(...call),
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
  hearOpenings((use) => withWork(({ openings }) => use(openings)));

  // Else Electron makes one of its own, before there is ours.
  Menu.setApplicationMenu(null);
  void app.whenReady().then(() => {
    // First what takes longest to be there: the library, then the window. All else would keep both waiting.
    library.start();
    guardDefaultSession();
    serveWindow(log);
    protocol.handle('article', async (request) => (await atWork()).article(request));
    openWindow();
    app.on('activate', () => openWindow());
    if (args.clips.length > 0) withWork(({ openings }) => openings.clip(args.clips));
    if (args.link !== null) withWork(({ openings }) => openings.asks.follow(args.link ?? ''));
    setTimeout(() => withWork(() => undefined), WORK_AFTER_MS);
  });

  // On macOS, and with an icon in the tray, an app stays when its window goes.
  app.on('window-all-closed', () => {
    if (!staysWithoutWindow()) app.quit();
  });
  drainBeforeQuit(async () => {
    isClosing = true;
    state.write();
    await work?.ended();
    await library.close(CLOSE_LIMIT_MS);
    later.arrange();
  });
}
