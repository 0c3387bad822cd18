// The page of the capture window, whatever session it is in: where it goes, what it shows, what is clipped of it.
import type { Session, WebContentsView } from 'electron';
import type { CaptureState } from '#contract/capture.ts';
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { openToWeb } from '../security.ts';
import type { ProxyProcess } from './capture-proxy-process.ts';
import { captureSession, carryCookies, leadThrough, wipe, wipeKept } from './capture-session.ts';
import { captureView } from './capture-view.ts';
import { keepFromPrinting } from './no-printing.ts';
import { followTypes, type OfferedFile } from './page-types.ts';
import { hostAndPort, isSurelyPrivate, type PrivateHosts } from './private-hosts.ts';
import { sessionFiles } from './session-files.ts';
import { type Taken, takePage } from './take-page.ts';
import { isWebAddress, typedAddress } from './typed-address.ts';

export interface CapturePageOptions {
  readonly isKept: boolean;
  readonly hosts: PrivateHosts;
  readonly proxy: () => ProxyProcess;
  readonly onChange: () => void;
  /** Another host may be reached. */
  readonly onHosts: () => void;
  /** There is another view to be shown in the place of the one before. */
  readonly onView: (view: WebContentsView, before: WebContentsView | null) => void;
}

/** What it answers in the place of a site that it does not reach. */
const REFUSED_BY_PROXY = 502;

type Shown = Omit<CaptureState, 'theme'>;

export interface CapturePage {
  state(): Shown;
  view(): WebContentsView;
  /** @throws LibraryError invalid_input, not_allowed */
  go(typed: string): Promise<void>;
  find(text: string, isBack: boolean): void;
  endFind(): void;
  dismiss(): void;
  /** @throws LibraryError */
  take(what: 'page' | 'selection' | 'file', signal: AbortSignal): Promise<Taken>;
  keepSession(isKept: boolean): Promise<void>;
  wipeSession(): Promise<void>;
  /** What the proxy says of a host that it did not reach. */
  told(host: string, problem: Problem): void;
  /** The proxy listens somewhere else now. */
  proxyMoved(): Promise<void>;
  close(): void;
}

export async function openCapturePage(options: CapturePageOptions): Promise<CapturePage> {
  const { hosts, proxy, onChange } = options;
  let isKept = options.isKept;
  /** Why there is no page. */
  let broken: Problem | null = null;
  /** What of it was not let through. */
  let refused: Problem | null = null;
  let status = 0;
  /** Its own scripts never rest: it would not even let another page take its place. */
  let isStuck = false;
  let file: OfferedFile | null = null;
  let found: Shown['found'] = null;
  let sought = '';
  /** The address that was typed last, until something came of it. */
  let typed: string | null = null;
  const failures = new Map<string, Problem>();

  const set = (change: () => void) => {
    change();
    onChange();
  };
  /** The proxy says better than Chromium why nothing came; it says so sooner or later than that. */
  const judge = () => {
    const told = failures.get(hostAndPort(current.view.webContents.getURL()) ?? '');
    if (told && (broken || status === REFUSED_BY_PROXY)) broken = told;
  };

  async function openIn(one: Session) {
    const files = sessionFiles(one, hosts.mayReach);
    openToWeb(one, { mayRequest: hosts.mayReach, askedFor: files.askedFor });
    keepFromPrinting(one);
    const types = followTypes(one, {
      onOffer: (offered) => set(() => (file = offered)),
      onRefused: (why) => set(() => (refused = why)),
    });
    await leadThrough(one, await proxy().port());
    const view = captureView({
      session: one,
      password: () => proxy().password,
      mayReach: hosts.mayReach,
      onChange,
      onLeaving: (url) => void failures.delete(hostAndPort(url) ?? ''),
      onThere: (_url, code) =>
        set(() => {
          status = code;
          isStuck = false;
          [broken, refused, file, found] = [null, null, null, null];
          judge();
          if (!broken && code !== REFUSED_BY_PROXY) typed = null;
        }),
      onFailed: (why) =>
        set(() => {
          broken = why;
          judge();
        }),
      onFound: (now) => set(() => (found = now)),
    });
    return { one, view, types, files };
  }

  let current = await openIn(captureSession(isKept));
  options.onView(current.view, null);
  const contents = () => current.view.webContents;
  const load = (url: string) => {
    // What came of it is told by events.
    const begin = () =>
      void contents()
        .loadURL(url)
        .catch(() => undefined);
    if (!isStuck) return begin();
    isStuck = false;
    // What is loaded before the process is known to be gone would go with it.
    contents().once('render-process-gone', () =>
      setImmediate(() => contents().isDestroyed() || begin()),
    );
    contents().forcefullyCrashRenderer();
  };

  async function moveTo(one: Session): Promise<void> {
    const before = current;
    const url = contents().getURL();
    const next = await openIn(one);
    await carryCookies(before.one, one);
    current = next;
    options.onView(next.view, before.view);
    before.view.webContents.close();
    if (isWebAddress(url)) load(url);
    onChange();
  }

  return {
    view: () => current.view,
    state() {
      const page = contents();
      const url = page.getURL();
      const hasPage = isWebAddress(url) && !broken;
      return {
        url: isWebAddress(url) ? url : typed,
        title: isWebAddress(url) ? page.getTitle().slice(0, 500) : '',
        isLoading: page.isLoading(),
        canGoBack: page.navigationHistory.canGoBack(),
        canGoForward: page.navigationHistory.canGoForward(),
        hasPage,
        isPdf: current.types.isPdf(url),
        isSessionKept: isKept,
        problem: broken ?? refused,
        file: file && { name: file.name },
        found,
      };
    },
    async go(text) {
      const url = typedAddress(text);
      typed = url;
      if (isSurelyPrivate(url)) {
        hosts.allow(url);
        options.onHosts();
      }
      set(() => ([broken, refused] = [null, null]));
      load(url);
    },
    find(text, isBack) {
      const isSame = text === sought;
      sought = text;
      contents().findInPage(text, { findNext: !isSame, forward: !isBack });
    },
    endFind() {
      sought = '';
      contents().stopFindInPage('keepSelection');
      set(() => (found = null));
    },
    dismiss: () => set(() => ([refused, file] = [null, null])),
    async take(what, signal) {
      if (what === 'file') {
        if (!file) throw new LibraryError('nothing_to_read', 'There is no file to clip.');
        const { url } = file;
        const bytes = await current.files.file(url, contents().getURL() || url, signal);
        set(() => (file = null));
        return { url: url as Taken['url'], kind: 'file', bytes, pictures: [], isPart: false };
      }
      const url = contents().getURL();
      if (!isWebAddress(url)) {
        throw new LibraryError('nothing_to_read', 'There is no page in this window yet.');
      }
      const isPdf = current.types.isPdf(url);
      const { files } = current;
      return takePage({ contents: contents(), files, what, isPdf, signal }).catch((error) => {
        if (error instanceof LibraryError && error.code === 'timed_out') isStuck = true;
        throw error;
      });
    },
    async keepSession(kept) {
      if (kept === isKept) return;
      isKept = kept;
      await moveTo(captureSession(kept));
      if (!kept) await wipeKept();
    },
    async wipeSession() {
      await wipe(current.one);
      if (isWebAddress(contents().getURL())) contents().reload();
    },
    told(host, said) {
      for (const scheme of ['http', 'https']) {
        failures.set(hostAndPort(`${scheme}://${host}`) ?? '', said);
      }
      set(judge);
      const url = typed;
      const isTyped = url !== null && new URL(url).host === new URL(`http://${host}`).host;
      if (!isTyped || said.code !== 'not_allowed') return;
      // Its name says nothing, but it is an address of a private network: whoever typed it wants to go there.
      typed = null;
      hosts.allow(url);
      options.onHosts();
      load(url);
    },
    proxyMoved: async () => leadThrough(current.one, await proxy().port()),
    close() {
      if (!contents().isDestroyed()) contents().close();
      if (!isKept) void wipe(current.one);
    },
  };
}
