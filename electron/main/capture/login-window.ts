// The small window in which a page has its reader log in elsewhere (“Sign in with …”). Such pages speak with the one that opened
// them, and close themselves: shown in its place, they could do neither.
import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type WebContents,
  type WindowOpenHandlerResponse,
} from 'electron';
import { iconFile } from '../built-files.ts';
import { foreignPreferences, showAsForeign } from './foreign-page.ts';

const SIZE = { width: 480, height: 640 } as const;
/** Of what a page wants. */
const SMALLEST = 320;
const LARGEST = 1000;

export interface LoginWindow {
  /** Whether one is open: there is never a second. */
  isOpen(): boolean;
  /** What a window of a page's own is made by. */
  response(): WindowOpenHandlerResponse;
}

/** It closes with the page that opened it. @param password of the proxy */
export function loginWindow(password: () => string): LoginWindow {
  let isOpen = false;

  function create(asked: BrowserWindowConstructorOptions & { webContents?: WebContents }) {
    const { webContents, webPreferences = {}, width, height } = asked;
    // SECURITY: of what the page asked for, its size counts and nothing else: no frameless window, none that is always on top.
    const made = {
      width: within(width ?? SIZE.width),
      height: within(height ?? SIZE.height),
      autoHideMenuBar: true,
      fullscreenable: false,
      backgroundColor: '#ffffff',
      ...(process.platform === 'linux' ? { icon: iconFile } : {}),
      webContents,
      webPreferences,
    };
    const window = new BrowserWindow(made);
    isOpen = true;
    window.once('closed', () => {
      isOpen = false;
    });
    const { webContents: contents } = window;
    showAsForeign(contents, password);
    // SECURITY: no window of a window.
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // SECURITY: there is no address field. Whoever is about to type a password reads in the title whose page it is, in the page's
    // own words never.
    window.on('page-title-updated', (event) => event.preventDefault());
    // SECURITY: nor does it move or grow by itself, upon something that one trusts.
    contents.on('content-bounds-updated', (event) => event.preventDefault());
    const tell = () => window.setTitle(titleOf(contents.getURL()));
    contents.on('did-navigate', tell);
    tell();
    return contents;
  }

  return {
    isOpen: () => isOpen,
    response: () => ({
      action: 'allow',
      overrideBrowserWindowOptions: { webPreferences: foreignPreferences() },
      createWindow: create,
    }),
  };
}

const within = (pixels: number) => Math.min(LARGEST, Math.max(SMALLEST, Math.round(pixels)));

/** The host as it is spelled in the network, so that no letter of another script poses as one of ours. */
function titleOf(url: string): string {
  if (!URL.canParse(url)) return 'Lectern';
  const { protocol, host } = new URL(url);
  if (host === '') return 'Lectern';
  return protocol === 'https:' ? host : `Not secure: ${host}`;
}
