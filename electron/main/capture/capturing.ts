// Opens the capture window when it is asked for, and puts its parts together: one at a time, with its page and its way into the web.
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import type { Client } from '#contract/define.ts';
import { LibraryError } from '#contract/errors.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { SentRequest } from '#contract/types/network.ts';
import type { Logger } from '#library/ports.ts';
import type { KeptWindowState } from '../window-state.ts';
import { type CapturePage, openCapturePage } from './capture-page.ts';
import { type ProxyProcess, startProxyProcess } from './capture-proxy-process.ts';
import { type CaptureWindow, openCaptureWindow } from './capture-window.ts';
import { privateHosts } from './private-hosts.ts';
import type { Taken } from './take-page.ts';

type Library = Pick<
  Client<LibraryContract>,
  'clip.fromCapture' | 'network.record' | 'settings.get'
>;

interface CapturingSides {
  /** The client of now. */
  readonly library: () => Library;
  readonly state: KeptWindowState;
  readonly showArticle: (uid: ArticleUid) => void;
  readonly log: Logger;
}

export interface Capturing {
  /** @throws LibraryError invalid_input, not_allowed for what is no address of the web */
  open(address: string | null): Promise<void>;
  /** Where it is open. */
  frame(): BrowserWindow | null;
  /** The theme may have changed. */
  tell(): void;
  /** The settings may have. */
  settingsChanged(): void;
  /** Resolves when the last of what was loaded is noted. */
  ended(): Promise<void>;
}

/** A process that dies at once again is not worth a loop. */
const REVIVE_AFTER_MS = 10_000;
/** The line breaks before the process is known to be gone, and would lead to it again. */
const GONE_WITHIN_MS = 250;

export function capturing(sides: CapturingSides): Capturing {
  const { library, state, log } = sides;
  let open: {
    readonly window: CaptureWindow;
    readonly page: Promise<CapturePage>;
    readonly readSettings: () => Promise<void>;
  } | null = null;
  let ended: Promise<unknown> = Promise.resolve();

  function start(): NonNullable<typeof open> {
    let allowed: readonly string[] = [];
    let isOn = false;
    let page: CapturePage | null = null;
    const hosts = privateHosts(() => allowed);
    const window = openCaptureWindow({
      state,
      log,
      showArticle: ({ uid }) => sides.showArticle(uid),
      clip: async ({ what, anyway }, signal) => {
        if (!page)
          throw new LibraryError('nothing_to_read', 'There is no page in this window yet.');
        return clip(await page.take(what, signal), anyway, signal);
      },
      onClosed() {
        open = null;
        page?.close();
        const before = ended;
        ended = proxy.end().then(() => before);
      },
    });
    let revived = Number.NEGATIVE_INFINITY;
    const startProxy = (): ProxyProcess =>
      startProxyProcess(log, {
        onFailed: (host, problem) => page?.told(host, problem),
        onUsed: note,
        onGone() {
          log.error('capture: the way into the web is gone');
          if (performance.now() - revived < REVIVE_AFTER_MS) return;
          revived = performance.now();
          proxy = startProxy();
          allow();
          page?.proxyMoved().catch((error: unknown) => log.error('capture: no way', error));
        },
      });
    let proxy = startProxy();
    const allow = () => proxy.allow(hosts.all(), isOn);
    // Without an answer of the library nothing goes out: it may be that nothing is to.
    const readSettings = async () => {
      const settings = await library()
        ['settings.get']({})
        .catch(() => null);
      if (!settings) return;
      ({ allowedHosts: allowed, network: isOn } = settings);
      allow();
    };
    const opened = (async () => {
      await readSettings();
      page = await openCapturePage({
        isKept: state.now().isCaptureKept,
        hosts,
        proxy: () => proxy,
        onChange: window.tell,
        onHosts: allow,
        onView: window.setView,
      });
      window.setPage(page);
      return page;
    })();
    opened.catch((error: unknown) => {
      log.error('capture: the page could not be opened', error);
      if (!window.frame.isDestroyed()) window.frame.destroy();
    });
    return { window, page: opened, readSettings };
  }

  function note(requests: readonly SentRequest[]): void {
    const noted = library()
      ['network.record']({ requests: [...requests] })
      .catch((error: unknown) => log.error('capture: what was loaded could not be noted', error));
    const before = ended;
    ended = noted.then(() => before);
  }

  /** Where the library dies under it, it is being started again: nothing can be saved twice, since a page that is there is only named. */
  async function clip(taken: Taken, anyway: boolean, signal: AbortSignal): Promise<ClipResult> {
    try {
      return await library()['clip.fromCapture']({ ...taken, anyway }, signal);
    } catch (error) {
      if (!(error instanceof LibraryError && error.code === 'host_gone')) throw error;
      log.warn('capture: the library was gone; once more');
      await delay(GONE_WITHIN_MS);
      return library()['clip.fromCapture']({ ...taken, anyway }, signal);
    }
  }

  return {
    frame: () => open?.window.frame ?? null,
    tell: () => open?.window.tell(),
    settingsChanged: () => void open?.readSettings(),
    async ended() {
      // The last of the notes comes while the process ends.
      for (let last: unknown = null; last !== ended; ) {
        last = ended;
        await ended;
      }
    },
    async open(address) {
      open ??= start();
      const { window, page } = open;
      if (window.frame.isMinimized()) window.frame.restore();
      if (window.frame.isVisible()) window.frame.focus();
      if (address !== null) await (await page).go(address);
    },
  };
}
