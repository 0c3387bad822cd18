// The capture window: a bar of ours, and below it one foreign page. The page is drawn by a view of its own over the bar's window, so
// that the two share neither a document nor a process.
import {
  BrowserWindow,
  MessageChannelMain,
  nativeTheme,
  screen,
  type WebContentsView,
} from 'electron';
import {
  type CaptureContract,
  type CaptureEvent,
  type CaptureKey,
  type CaptureState,
  captureContract,
} from '#contract/capture.ts';
import type { Handlers } from '#contract/define.ts';
import { dispatcher, serve } from '#contract/rpc.ts';
import { serverWire } from '#hosts/electron-ports.ts';
import type { Logger } from '#library/ports.ts';
import { iconFile } from '../built-files.ts';
import { showContextMenu } from '../context-menu.ts';
import { captureUrl, isWindow } from '../origins.ts';
import { tryOpenOutside, windowPreferences } from '../security.ts';
import { type KeptWindowState, placeWindow } from '../window-state.ts';
import { groundOf } from '../window-theme.ts';
import { type CaptureAct, captureAct } from './capture-keys.ts';
import type { CapturePage } from './capture-page.ts';

export interface CaptureWindowOptions {
  readonly state: KeptWindowState;
  /** What the bar asks that is no matter of the window. */
  readonly clip: Handlers<CaptureContract>['capture.clip'];
  readonly showArticle: Handlers<CaptureContract>['capture.showArticle'];
  readonly onClosed: () => void;
  readonly log: Logger;
}

export interface CaptureWindow {
  readonly frame: BrowserWindow;
  /** Now that there is one. */
  setPage(page: CapturePage): void;
  /** Of another session than before. */
  setView(view: WebContentsView, before: WebContentsView | null): void;
  /** Tells the bar how things are, a moment later, together with what else changes by then. */
  tell(): void;
}

/** Of the bar, until it has said how high it is. */
const USUAL_TOP = 56;
const MIN_WIDTH = 420;
const MIN_HEIGHT = 360;

export function openCaptureWindow(options: CaptureWindowOptions): CaptureWindow {
  const { state, log } = options;
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { theme, captureBounds } = state.now();
  const window = new BrowserWindow({
    ...placeWindow(captureBounds, areas),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title: 'Lectern: capture',
    show: false,
    backgroundColor: groundOf(theme, nativeTheme.shouldUseDarkColors),
    autoHideMenuBar: true,
    ...(process.platform === 'linux' ? { icon: iconFile } : {}),
    webPreferences: windowPreferences(),
  });
  const bar = window.webContents;
  let page: CapturePage | null = null;
  let top = USUAL_TOP;
  let send: (event: CaptureEvent) => void = () => undefined;

  const lay = () => {
    if (!page || window.isDestroyed()) return;
    const view = page.view();
    const { width, height } = window.getContentBounds();
    const from = Math.round(top * bar.getZoomFactor());
    view.setBounds({ x: 0, y: from, width, height: Math.max(0, height - from) });
    view.setVisible(page.state().hasPage);
  };
  let isTelling = false;
  const tell = () => {
    if (isTelling) return;
    isTelling = true;
    setImmediate(() => {
      isTelling = false;
      if (!page || window.isDestroyed()) return;
      lay();
      const now: CaptureState = { ...page.state(), theme: state.now().theme };
      window.setTitle(now.title === '' ? 'Lectern: capture' : now.title);
      send({ kind: 'state', state: now });
    });
  };

  const act = (what: CaptureAct) => {
    const contents = page?.view().webContents;
    const history = contents?.navigationHistory;
    if (what === 'back') history?.goBack();
    else if (what === 'forward') history?.goForward();
    else if (what === 'reload') contents?.reload();
    else if (what === 'stop') contents?.stop();
    else if (what === 'close') window.close();
    else sayKey(what);
  };
  const sayKey = (key: CaptureKey) => {
    if (key !== 'clip-page' && key !== 'clip-selection') bar.focus();
    send({ kind: 'key', key });
  };
  const isMac = process.platform === 'darwin';
  const followKeys = (contents: Electron.WebContents, isOfBar: boolean) =>
    contents.on('before-input-event', (event, pressed) => {
      const what = captureAct({ ...pressed, type: pressed.type }, isMac);
      // Escape is the page's own, and the bar's: a dialog of a page is left with it.
      if (what === null || what === 'escape') return;
      if (isOfBar && (what === 'back' || what === 'forward') && pressed.alt) return;
      event.preventDefault();
      act(what);
    });
  followKeys(bar, true);

  const handlers: Handlers<CaptureContract> = {
    'capture.go': ({ address }) => page?.go(address),
    'capture.back': () => act('back'),
    'capture.forward': () => act('forward'),
    'capture.reload': () => act('reload'),
    'capture.stop': () => act('stop'),
    'capture.find': ({ text, back }) => page?.find(text, back),
    'capture.endFind': () => page?.endFind(),
    'capture.dismiss': () => page?.dismiss(),
    'capture.clip': options.clip,
    async 'capture.keepSession'({ kept }) {
      await page?.keepSession(kept);
      state.change({ isCaptureKept: kept });
      tell();
    },
    'capture.wipeSession': () => page?.wipeSession(),
    'capture.setTop'({ height }) {
      top = height;
      lay();
    },
    'capture.focusPage': () => page?.view().webContents.focus(),
    'capture.showArticle': options.showArticle,
  };
  const dispatch = dispatcher(captureContract, handlers);
  bar.ipc.on('open-port', ({ senderFrame }) => {
    // SECURITY: the port goes to the bar alone: not to a frame in it, not to a page that took its place.
    if (!senderFrame || senderFrame !== bar.mainFrame || !isWindow(senderFrame.url)) {
      return log.warn('capture window: port refused to a foreign frame');
    }
    const { port1, port2 } = new MessageChannelMain();
    send = serve(dispatch, serverWire(port1), (name, error) => log.error(`${name}: bug`, error));
    bar.postMessage('ports', null, [port2]);
    tell();
  });
  bar.on('context-menu', (_event, params) =>
    showContextMenu(window, params, (link) => tryOpenOutside(link, log)),
  );

  window.on('resize', lay);
  for (const event of ['resize', 'move', 'close'] as const) {
    window.on(event as 'resize', () => {
      if (!window.isMinimized()) state.change({ captureBounds: window.getNormalBounds() });
    });
  }
  window.once('ready-to-show', () => window.show());
  window.once('closed', options.onClosed);
  window.loadURL(captureUrl()).catch((error: unknown) => log.error('capture: not loaded', error));

  return {
    frame: window,
    tell,
    setPage(opened) {
      page = opened;
      tell();
    },
    setView(view, before) {
      if (before) window.contentView.removeChildView(before);
      window.contentView.addChildView(view);
      followKeys(view.webContents, false);
      tell();
    },
  };
}
