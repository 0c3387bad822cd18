// Renders a foreign page in a window that nobody sees, with a session of its own that is forgotten afterwards, and takes its
// markup. What the page may do is in security.ts and render-session.ts.
import { setTimeout as delay } from 'node:timers/promises';
import { BrowserWindow, type MessagePortMain, session, type WebContents } from 'electron';
import type { Client } from '#contract/define.ts';
import { LibraryError } from '#contract/errors.ts';
import type { RenderContract } from '#contract/render.ts';
import { connect } from '#contract/rpc.ts';
import { clientWire } from '#hosts/electron-ports.ts';
import type { Logger } from '#library/ports.ts';
import { answerRequests, type Traffic } from './render-session.ts';
import type { Rendering } from './renderer-supervisor.ts';
import { pagePreferences } from './security.ts';
import { MEASURE, SERIALISE, WALK } from './serialise-page.ts';

/** From the first request to the last look at the page. */
const RENDERED_WITHIN_MS = 20_000;
/** The markup is taken then, whatever is still on its way. */
const SETTLED_WITHIN_MS = 16_000;
/** A page is still when nothing of it changes for so many looks; one that has no text yet gets more of them. */
const LOOK_EVERY_MS = 200;
const STILL = 4;
const STILL_WITHOUT_TEXT = 15;
const SOME_TEXT = 500;

/** Not the world of the page's own scripts, which might have put other functions in the place of the usual ones. */
const WORLD = 990;

let count = 0;

/** Answers the library on the port, and ends. */
export function renderPage(port: MessagePortMain, log: Logger): Rendering {
  const { client, onClose } = connect<RenderContract>(clientWire(port));
  const partition = `rendering-${++count}`; // Without `persist:` it is in memory alone.
  const window = new BrowserWindow({
    show: false,
    width: 1280,
    height: 1600,
    webPreferences: {
      ...pagePreferences(),
      partition,
      disableDialogs: true,
      backgroundThrottling: false,
      webgl: false,
      spellcheck: false,
      devTools: false,
    },
  });
  const { webContents } = window;
  // SECURITY: no address of a page that nobody looks at goes to the system's browser, no sound, no way around the session.
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.setAudioMuted(true);
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');

  const stop = () => {
    // Not close(), which a page could answer.
    if (!window.isDestroyed()) window.destroy();
  };
  onClose(stop);
  const ended = render(client, window, partition)
    .then((html) => client['render.done']({ html }))
    .catch((error: unknown) => {
      const problem =
        error instanceof LibraryError
          ? error
          : new LibraryError('unreachable', 'The page could not be shown.');
      if (problem !== error) log.warn(`rendering: ${String(error).slice(0, 200)}`);
      return client['render.failed']({ code: problem.code, message: problem.message });
    })
    // The library is gone, or does not want it any more.
    .catch(() => undefined)
    .finally(() => {
      stop();
      port.close();
      void session.fromPartition(partition).clearStorageData();
    });
  return { stop, ended };
}

async function render(
  library: Client<RenderContract>,
  window: BrowserWindow,
  partition: string,
): Promise<string> {
  const { webContents } = window;
  const page = await library['render.page']({});
  const traffic = answerRequests(session.fromPartition(partition), page, library);
  const gone = new Promise<never>((_, fail) => {
    const end = () => fail(new LibraryError('host_gone', 'The window in which they ran is gone.'));
    webContents.once('render-process-gone', () =>
      fail(new LibraryError('unreachable', 'They brought their process to an end.')),
    );
    window.once('closed', end);
  });
  const late = delay(RENDERED_WITHIN_MS, undefined, { ref: false }).then(() => {
    throw new LibraryError(
      'timed_out',
      `They took longer than ${RENDERED_WITHIN_MS / 1000} seconds.`,
    );
  });
  // Also where nothing waits for it any more.
  for (const end of [gone, late]) end.catch(() => undefined);
  return Promise.race([take(webContents, page.url, traffic), gone, late]);
}

async function take(contents: WebContents, url: string, traffic: Traffic): Promise<string> {
  const until = Date.now() + SETTLED_WITHIN_MS;
  const ready = new Promise<void>((done) => contents.once('dom-ready', () => done()));
  // Fails where something else than the page itself failed as well: whether there is a page is seen by its markup.
  contents.loadURL(url).catch(() => undefined);
  await ready;
  await settle(contents, traffic, until);
  await run(contents, WALK);
  await settle(contents, traffic, until);
  return run<string>(contents, SERIALISE);
}

async function settle(contents: WebContents, traffic: Traffic, until: number): Promise<void> {
  let [before, still] = [-1, 0];
  while (Date.now() < until) {
    await delay(LOOK_EVERY_MS);
    const length = await run<number>(contents, MEASURE);
    still = length === before && traffic.pending === 0 ? still + 1 : 0;
    before = length;
    if (still >= (length < SOME_TEXT ? STILL_WITHOUT_TEXT : STILL)) return;
  }
}

const run = <T>(contents: WebContents, code: string): Promise<T> =>
  contents.executeJavaScriptInIsolatedWorld(WORLD, [{ code }]);
