// Opens the document of an article that is printed, in a window that nobody sees, for as long as the printing takes.
import { BrowserWindow, type WebContents } from 'electron';
import { LibraryError } from '#contract/errors.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { ARTICLE_URL } from './origins.ts';
import { pagePreferences } from './security.ts';

/** An article of 200,000 words with its pictures stands within a few seconds. */
const STANDS_WITHIN_MS = 60_000;

/**
 * The window is closed whatever happens.
 * @throws LibraryError not_found where there is no such article; timed_out, unreachable where it could not be laid out
 */
export async function inPrintWindow<T>(
  uid: ArticleUid,
  work: (contents: WebContents) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    // As wide as the text on paper and more: what is measured before printing holds on the page.
    width: 900,
    height: 1200,
    webPreferences: pagePreferences(),
  });
  const { webContents } = window;
  const gone = new Promise<never>((_, fail) => {
    webContents.once('render-process-gone', () => fail(notPrinted()));
    window.once('closed', () => fail(new LibraryError('cancelled', 'The printing was stopped.')));
  });
  // Also where nothing waits for it any more.
  gone.catch(() => undefined);
  try {
    await Promise.race([within(STANDS_WITHIN_MS, stands(webContents, uid)), gone]);
    return await Promise.race([work(webContents), gone]);
  } finally {
    // Not close(), which a page could answer.
    if (!window.isDestroyed()) window.destroy();
  }
}

async function stands(contents: WebContents, uid: ArticleUid): Promise<void> {
  let status = 0;
  contents.once('did-navigate', (_event, _url, code) => {
    status = code;
  });
  await contents.loadURL(`${ARTICLE_URL}print/${uid}`);
  if (status === 404) throw new LibraryError('not_found', 'This article is not there any more.');
  if (status !== 200) throw notPrinted();
  // What renderer/frame/print.ts promises.
  await contents.executeJavaScript('globalThis.printable.then(() => true)');
}

/** @throws LibraryError timed_out */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () =>
        fail(new LibraryError('timed_out', 'The article could not be made ready for printing.')),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const notPrinted = () =>
  new LibraryError('unreachable', 'The article could not be made ready for printing.');
