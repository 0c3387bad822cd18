// The foreign page in the capture window: without a preload, in a session of its own, allowed what a page needs to be read.
import { type Session, type WebContents, WebContentsView } from 'electron';
import type { Problem } from '#contract/types/problem.ts';
import { foreignPreferences, showAsForeign } from './foreign-page.ts';
import { loadProblem } from './load-problem.ts';
import { loginWindow } from './login-window.ts';
import { isWebAddress } from './typed-address.ts';

export interface CaptureViewOptions {
  readonly session: Session;
  /** Of the proxy. */
  readonly password: () => string;
  /** Whether a page may have its reader go there. */
  readonly mayReach: (url: string, from: string) => boolean;
  /** Something of it is to be shown anew. */
  readonly onChange: () => void;
  /** It is on its way to another page. */
  readonly onLeaving: (url: string) => void;
  /** @param status of HTTP */
  readonly onThere: (url: string, status: number) => void;
  /** There is no page. */
  readonly onFailed: (problem: Problem) => void;
  readonly onFound: (found: { at: number; of: number }) => void;
}

/** A window that a page opens counts as wanted that long after a key or a click. */
const WANTED_WITHIN_MS = 2000;

export function captureView(options: CaptureViewOptions): WebContentsView {
  const view = new WebContentsView({
    webPreferences: {
      ...foreignPreferences(),
      session: options.session,
      // A page that is clipped is walked through to its end, whatever window is in front.
      backgroundThrottling: false,
    },
  });
  const { webContents: contents } = view;
  // As the pages that a site is asked for are drawn: on white, unless they say otherwise.
  view.setBackgroundColor('#ffffff');
  showAsForeign(contents, options.password);
  openFewWindows(contents, options);
  follow(contents, options);
  return view;
}

/**
 * SECURITY: what a page opens by itself, it does not get. What its reader asked for by a key or a click is shown in the place of the
 * page; where that is to be a window of its own, with a size, it is one for logging in, of which there is one at a time.
 */
function openFewWindows(contents: WebContents, options: CaptureViewOptions): void {
  const login = loginWindow(options.password);
  const isInReach = (url: string) => isWebAddress(url) && options.mayReach(url, contents.getURL());
  let lastInput = Number.NEGATIVE_INFINITY;
  contents.on('input-event', (_event, { type }) => {
    if (type === 'mouseDown' || type === 'mouseUp' || type === 'rawKeyDown' || type === 'keyDown')
      lastInput = performance.now();
  });
  contents.setWindowOpenHandler(({ url, postBody, disposition }) => {
    const isWanted = performance.now() - lastInput < WANTED_WITHIN_MS;
    lastInput = Number.NEGATIVE_INFINITY;
    if (!isWanted || postBody) return { action: 'deny' };
    const isOfItsOwn = disposition === 'new-window' && !login.isOpen();
    // Some are empty until their opener fills them.
    if (isOfItsOwn && (isInReach(url) || url === 'about:blank')) return login.response();
    if (isWebAddress(url)) {
      // As if the link led there, by the rules for what a page may go to.
      const script = `location.href = ${JSON.stringify(url)}`;
      contents.executeJavaScriptInIsolatedWorld(992, [{ code: script }]).catch(() => undefined);
    }
    return { action: 'deny' };
  });
}

function follow(contents: WebContents, options: CaptureViewOptions): void {
  const { onChange, onFailed } = options;
  contents.on('did-start-loading', onChange);
  contents.on('did-stop-loading', onChange);
  contents.on('did-navigate-in-page', onChange);
  contents.on('page-title-updated', onChange);
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument, url }) => {
    if (isMainFrame && !isSameDocument) options.onLeaving(url);
  });
  contents.on('did-navigate', (_event, url, status) => {
    if (isWebAddress(url)) options.onThere(url, status);
  });
  contents.on('did-fail-load', (_event, code, _name, url, isMainFrame) => {
    const problem = isMainFrame ? loadProblem(code, url) : null;
    if (problem) onFailed(problem);
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    onFailed({ code: 'unreachable', message: 'The page brought its process to an end.' });
  });
  contents.on('found-in-page', (_event, { activeMatchOrdinal, matches }) =>
    options.onFound({ at: activeMatchOrdinal, of: matches }),
  );
}
