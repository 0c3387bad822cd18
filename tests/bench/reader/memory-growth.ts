// What reading many articles one after the other leaves behind in the window.
import { join } from 'node:path';
import type { ArticleUid } from '#contract/types/ids.ts';
import { memoryOfPages } from './browser-memory.ts';
import { openPlainPage } from './plain-browser.ts';
import { startHost } from './reader-window.ts';

/** Opened before memory is measured: what is loaded once is not growth. */
const WARM = 20;

/** @param dir holds the library, and for a while the browser's profile @returns bytes held before and after */
export async function memoryGrowth(
  executablePath: string,
  dir: string,
  many: readonly ArticleUid[],
  last: ArticleUid,
): Promise<{ before: number; after: number }> {
  const host = await startHost(join(dir, 'library'));
  const page = await openPlainPage(executablePath, join(dir, 'profile'), host.url);
  try {
    await page.run(LISTED);
    const read = async (uids: readonly ArticleUid[]) => {
      for (const uid of [...uids, last]) await page.run(opening(uid));
      await page.collectGarbage();
      return memoryOfPages(page.browserPid);
    };
    return { before: await read(many.slice(0, WARM)), after: await read(many) };
  } finally {
    await page.close();
    await host.stop();
  }
}

/** The window has its list. */
const LISTED = `new Promise((done) => {
  const look = () => (document.querySelector('[role=row]') ? done() : setTimeout(look, 50));
  look();
})`;

/** Settles when the article has been shown, and painted. */
const opening = (uid: ArticleUid) => `new Promise((done) => {
  const onMessage = ({ data }) => {
    if (data?.kind !== 'shown' || data.uid !== '${uid}') return;
    removeEventListener('message', onMessage);
    requestAnimationFrame(() => requestAnimationFrame(done));
  };
  addEventListener('message', onMessage);
  location.hash = '#/all/${uid}';
}).then(() => undefined)`;
