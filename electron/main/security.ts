// What every session and every web contents of the app is forbidden, whoever makes them. tests/electron/checklist.spec.ts
// reads each of these from the running app and fails when one is weakened.
import { randomUUID } from 'node:crypto';
import { app, type Session, session, shell, type WebContents, type WebPreferences } from 'electron';
import { LibraryError } from '#contract/errors.ts';
import type { Logger } from '#library/ports.ts';
import { preloadFile } from './built-files.ts';
import { devServer, isArticle, isWindow, originOf } from './origins.ts';
import { outsideLink } from './outside-link.ts';

/** Of the proxy of the capture window. Another one at each start, so that no page can name it. */
export const PROXY_HOST = `${randomUUID()}.invalid`;

/** Must run before the app is ready. */
export function hardenApp(log: Logger): void {
  // SECURITY: every renderer in the system's sandbox, whatever its preferences say. --no-sandbox is for root only (a
  // test machine), where a sandbox cannot be had and enableSandbox() would end every child process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

  // SECURITY: Chromium resolves no name, so not even a preconnect or a prefetch can tell a network what is being read.
  // Pages are fetched by the library's own process, which does not go through Chromium; the capture window has a proxy of
  // ours, whose name is the one exception, and which looks up and checks every other.
  if (!devServer()) {
    const rules = `MAP ${PROXY_HOST} 127.0.0.1,MAP * ~NOTFOUND`;
    app.commandLine.appendSwitch('host-resolver-rules', rules);
  }

  app.on('session-created', guardSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
}

/** Once the app is ready. Electron announces the default session like any other now; nothing promises that it will. */
export function guardDefaultSession(): void {
  guardSession(session.defaultSession);
}

export function windowPreferences(): WebPreferences {
  return { ...pagePreferences(), preload: preloadFile };
}

/** Of any page: what is printed has not even a preload. */
export function pagePreferences(): WebPreferences {
  return {
    // SECURITY: the page's world has neither Node nor the preload's variables, and its process no rights.
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    // SECURITY: origins hold, everything comes from our schemes, and nothing unfinished of Chromium is on.
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    // SECURITY: only while developing: a console in the hands of someone told to paste into it is full control.
    devTools: !app.isPackaged,
    // SECURITY: elsewhere than on macOS, Chromium fetches dictionaries from a server of Google's.
    spellcheck: process.platform === 'darwin',
  };
}

const COPY = 'clipboard-sanitized-write';

function guardSession(one: Session): void {
  // SECURITY: without handlers Electron grants every permission to every page. The window's own page may put text on
  // the clipboard (“Copy the link”), as any page may after a click; nothing else is granted, and nothing to a frame.
  one.setPermissionRequestHandler((_contents, permission, decide, { isMainFrame, requestingUrl }) =>
    decide(permission === COPY && isMainFrame && isWindow(requestingUrl)),
  );
  one.setPermissionCheckHandler(
    (_contents, permission, origin, { isMainFrame }) =>
      permission === COPY && isMainFrame && isWindow(origin),
  );
  one.setDevicePermissionHandler(() => false);

  // SECURITY: nothing leaves while reading: whatever is not our own scheme ends here, also what the policies missed.
  one.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url) }));

  // SECURITY: nothing in a window is a download; an article's page could otherwise drop files on this person's disk.
  one.on('will-download', (event) => event.preventDefault());

  if (process.platform !== 'darwin') one.setSpellCheckerEnabled(false);
}

/** What a session for pages of the web may do beyond all others. */
export interface WebRules {
  /** @param from the page that asks; empty where none does */
  readonly mayRequest: (url: string, from: string) => boolean;
  /** For which page the shell itself asks for this; empty where it does not. */
  readonly askedFor: (url: string) => string;
}

const webSessions = new WeakMap<Session, WebRules>();

/**
 * The session of the capture window, the only one that may reach the web. Everything else that `guardSession` forbids stays
 * forbidden: permissions, devices, downloads.
 */
export function openToWeb(one: Session, rules: WebRules): void {
  webSessions.set(one, rules);
  // SECURITY: takes the place of the guard that lets nothing leave. Addresses of names are checked by the proxy.
  one.webRequest.onBeforeRequest(({ url, resourceType, webContents }, answer) => {
    // Where a page may go is decided in guardContents, which knows where it comes from.
    const page = webContents ? webContents.getURL() : rules.askedFor(url);
    const from = resourceType === 'mainFrame' ? url : page;
    answer({ cancel: !isOfWebPages(url) || !(isPartOfPage(url) || rules.mayRequest(url, from)) });
  });
}

/** Chromium's own viewer of PDFs: an extension that is part of it, in a sandbox like any page. */
const PDF_VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

const isPartOfPage = (url: string): boolean =>
  /^(?:data|blob|about):/.test(url) || url.startsWith(PDF_VIEWER);
const isOfWebPages = (url: string): boolean =>
  isPartOfPage(url) || /^(?:https?|wss?):\/\//.test(url);

function mayGoInWeb(event: { url: string; isMainFrame: boolean }, from: string, rules: WebRules) {
  if (!event.isMainFrame) return isOfWebPages(event.url);
  return /^https?:\/\//.test(event.url) && rules.mayRequest(event.url, from);
}

function mayRequest(url: string): boolean {
  if (isWindow(url) || isArticle(url) || url.startsWith('devtools:')) return true;
  const server = devServer();
  return server !== null && originOf(url)?.replace(/^ws:/, 'http:') === originOf(server);
}

function guardContents(contents: WebContents, log: Logger): void {
  // SECURITY: no second window, and no page of the web in this one: what may be opened goes to the system's browser.
  contents.setWindowOpenHandler(({ url }) => {
    tryOpenOutside(url, log);
    return { action: 'deny' };
  });

  // SECURITY: the window stays on its own origin, frames stay on the articles'. A link that slips by every sanitizer
  // still cannot put a foreign page where the preload is.
  contents.on('will-frame-navigate', (event) => {
    const web = webSessions.get(contents.session);
    if (web) {
      // SECURITY: pages of the web stay in the web, and do not send their reader to private addresses.
      // A window that was just opened is at no address yet: it comes from the page that opened it.
      const from = contents.getURL() || (contents.opener?.url ?? '');
      if (!mayGoInWeb(event, from, web)) event.preventDefault();
      return;
    }
    const mayGo = event.isMainFrame ? isWindow(event.url) : isArticle(event.url);
    if (!mayGo) event.preventDefault();
  });
  let navigatesTo = '';
  contents.on('did-start-navigation', ({ isMainFrame, url }) => {
    if (isMainFrame) navigatesTo = url;
  });
  contents.on('will-redirect', (event) => {
    const web = webSessions.get(contents.session);
    if (!web || !mayGoInWeb(event, navigatesTo, web)) event.preventDefault();
  });

  // SECURITY: without a handler Chromium hands out the first certificate that tells who this person is.
  contents.on('select-client-certificate', (event, _url, _certificates, choose) => {
    event.preventDefault();
    (choose as () => void)();
  });

  // SECURITY: a webview would bring preferences of its own.
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/**
 * Opens a link in the system's browser or mail program.
 * @throws LibraryError not_allowed where it is no such link; not_found where the system has no program for it
 */
export async function openOutside(link: string): Promise<void> {
  const address = outsideLink(link);
  try {
    await shell.openExternal(address);
  } catch (error) {
    throw new LibraryError(
      'not_found',
      'No program on this computer could open the link.',
      {},
      { cause: error },
    );
  }
}

/** The same, where nobody waits for an answer. The log gets the code only: an address is what a person reads. */
export function tryOpenOutside(link: string, log: Logger): void {
  openOutside(link).catch((error: unknown) =>
    log.warn(`link: ${error instanceof LibraryError ? error.code : 'bug'}`),
  );
}
