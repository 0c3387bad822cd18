// The same document as a plain file: what a browser needs for an article without Lectern around it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { ReaderWindow } from './reader-window.ts';

/**
 * Writes an article's document with its pictures and fonts into a folder, without the script.
 * @returns its file: address
 */
export async function writeStaticPage(
  window: ReaderWindow,
  uid: ArticleUid,
  dir: string,
): Promise<string> {
  const { html, base } = await window.documentOf(uid);
  await mkdir(dir, { recursive: true });
  const files = new Map<string, string>();
  const local = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/(?<=(?:src|url\()=?")\/?[^"]*\/(asset|font)\/[^"]+/g, (address) => {
      const name = address.split('/').at(-1) ?? '';
      files.set(name, new URL(address, base).href);
      return name;
    });
  for (const [name, address] of files) {
    const reply = await window.page.request.get(address);
    if (!reply.ok()) throw new Error(`${address} answered ${reply.status()}`);
    await writeFile(join(dir, name), await reply.body());
  }
  const file = join(dir, `${uid}.html`);
  await writeFile(file, local);
  return pathToFileURL(file).href;
}

/** @returns milliseconds from the beginning of the navigation to the first text on screen */
export async function openStaticPage(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const look = () => {
          const [paint] = performance.getEntriesByName('first-contentful-paint');
          if (paint) done(paint.startTime);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}
