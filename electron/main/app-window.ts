// The one window: its place on the screen, its ports, and what the shell tells it.
import {
  BrowserWindow,
  dialog,
  MessageChannelMain,
  type MessagePortMain,
  nativeTheme,
  screen,
  type WebContents,
} from 'electron';
import type { DesktopEvent } from '#contract/desktop.ts';
import { type Dispatch, serve } from '#contract/rpc.ts';
import { serverWire } from '#hosts/electron-ports.ts';
import type { Logger } from '#library/ports.ts';
import { iconFile } from './built-files.ts';
import { showContextMenu } from './context-menu.ts';
import { isWindow, windowUrl } from './origins.ts';
import { tryOpenOutside, windowPreferences } from './security.ts';
import { MIN_HEIGHT, MIN_WIDTH, placeWindow, type WindowState } from './window-state.ts';
import { groundOf } from './window-theme.ts';

/** By then the first list is there, also on a slow machine. */
const ICON_AFTER_MS = 1000;

export interface AppWindow {
  /** Goes to the window's newest desktop port; dropped while it has none. */
  send(event: DesktopEvent): void;
  /** Resolves when the window has been given its first ports. */
  readonly connected: Promise<void>;
  focus(): void;
  /** What a dialog of the system's stands before. */
  readonly frame: BrowserWindow;
}

export interface AppWindowOptions {
  readonly state: WindowState;
  /** Called with what changed, often. */
  readonly onState: (change: Partial<WindowState>) => void;
  /** Answers the desktop contract. */
  readonly dispatch: Dispatch;
  /** Has the library serve its contract on a port. */
  readonly connectLibrary: (port: MessagePortMain) => void;
  /** Called each time the window was given a desktop port. */
  readonly onConnected: (send: AppWindow['send']) => void;
  readonly onClosed: () => void;
  readonly log: Logger;
}

export function openAppWindow(options: AppWindowOptions): AppWindow {
  const { state, log } = options;
  const window = new BrowserWindow({
    ...placeWindow(state.bounds, workAreas()),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title: 'Lectern',
    show: false,
    backgroundColor: groundOf(state.theme, nativeTheme.shouldUseDarkColors),
    autoHideMenuBar: true,
    webPreferences: windowPreferences(),
  });
  if (state.maximised) window.maximize();
  if (state.fullScreen) window.setFullScreen(true);

  rememberPlace(window, options.onState);
  keepZoom(window, state.zoom);
  followScreens(window);
  reviveWhenGone(window, log);
  window.once('ready-to-show', () => window.show());
  window.once('closed', options.onClosed);
  window.webContents.on('context-menu', (_event, params) =>
    showContextMenu(window, params, (link) => tryOpenOutside(link, log)),
  );
  // Messages of the page are not logged: they may hold titles.
  window.webContents.on('preload-error', (_event, _path, error) => log.error('preload', error));

  const ports = handOverPorts(window.webContents, options);
  window.loadURL(windowUrl()).catch((error: unknown) => log.error('window: not loaded', error));
  // Elsewhere the package's own icon is taken. Late, since it takes as long as all files of the page: of an installed program, the
  // system knows the icon from the desktop entry.
  if (process.platform === 'linux') {
    setTimeout(() => !window.isDestroyed() && window.setIcon(iconFile), ICON_AFTER_MS);
  }
  return {
    send: ports.send,
    connected: ports.connected,
    frame: window,
    focus() {
      // Asked of the system a thousand times in a row it takes seconds.
      if (window.isFocused()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}

/** Answers `open-port` with two fresh channels: one to the library, one to this shell. */
function handOverPorts(contents: WebContents, options: AppWindowOptions) {
  let send: AppWindow['send'] = () => undefined;
  let connect: () => void = () => undefined;
  const connected = new Promise<void>((resolve) => {
    connect = resolve;
  });

  contents.ipc.on('open-port', ({ senderFrame }) => {
    // SECURITY: ports go to the window's own page only: not to a frame in it, not to a page that took its place.
    if (!senderFrame || senderFrame !== contents.mainFrame || !isWindow(senderFrame.url)) {
      return options.log.warn('window: ports refused to a foreign frame');
    }
    const library = new MessageChannelMain();
    const desktop = new MessageChannelMain();
    const tell = serve(options.dispatch, serverWire(desktop.port1), (name, error) =>
      options.log.error(`${name}: bug`, error),
    );
    send = (event) => tell(event);
    contents.postMessage('ports', null, [library.port2, desktop.port2]);
    options.connectLibrary(library.port1);
    options.onConnected(send);
    connect();
  });
  return { send: (event: DesktopEvent) => send(event), connected };
}

function rememberPlace(window: BrowserWindow, onState: AppWindowOptions['onState']): void {
  const remember = () => {
    if (window.isDestroyed() || window.isMinimized()) return;
    onState({
      bounds: window.getNormalBounds(),
      maximised: window.isMaximized(),
      fullScreen: window.isFullScreen(),
      zoom: window.webContents.getZoomLevel(),
    });
  };
  for (const event of ['resize', 'move', 'maximize', 'unmaximize', 'close'] as const) {
    window.on(event as 'resize', remember);
  }
  window.on('enter-full-screen', remember);
  window.on('leave-full-screen', remember);
}

/** The main one first. */
function workAreas() {
  const main = screen.getPrimaryDisplay();
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(
    ({ workArea }) => workArea,
  );
}

/** Of this start; a page that is loaded again keeps the zoom that it has by then. */
function keepZoom(window: BrowserWindow, zoom: number): void {
  window.webContents.once('did-finish-load', () => window.webContents.setZoomLevel(zoom));
}

/** Not every system brings windows back from a screen that is gone. */
function followScreens(window: BrowserWindow): void {
  const comeBack = () => {
    if (window.isMaximized() || window.isFullScreen() || window.isMinimized()) return;
    const place = placeWindow(window.getBounds(), workAreas());
    window.setBounds(place);
  };
  screen.on('display-removed', comeBack);
  window.once('closed', () => screen.off('display-removed', comeBack));
}

/** A window whose process died is loaded again; one that dies at once again is not worth a loop. */
function reviveWhenGone(window: BrowserWindow, log: Logger): void {
  let lastRevival = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.error(`window: its process is gone: ${reason}`);
    if (performance.now() - lastRevival < 10_000) {
      dialog.showErrorBox(
        'Lectern’s window stopped working',
        'It was opened again and stopped again. Your library is safe. Please close Lectern and open it once more.',
      );
      return;
    }
    lastRevival = performance.now();
    window.webContents.reload();
  });
}
