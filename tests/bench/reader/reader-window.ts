// A web host on a library and a browser with its window open: where articles are opened and looked at with a clock.
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Frame, Page } from 'playwright';
import type { ArticleUid } from '#contract/types/ids.ts';

const host = resolve(import.meta.dirname, '../../../electron/hosts/http-host.ts');

export interface ReaderWindow {
  readonly page: Page;
  /** @returns milliseconds from the change of the route to the first text on screen */
  open(uid: ArticleUid): Promise<number>;
  /** The document that an article is shown in. */
  frame(): Frame;
  /** The HTML of an article's document, with the addresses of its pictures and fonts absolute. */
  documentOf(uid: ArticleUid): Promise<{ html: string; base: string }>;
  close(): Promise<void>;
}

export async function openReaderWindow(browser: Browser, dir: string): Promise<ReaderWindow> {
  const { url, stop } = await startHost(dir);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('row').first().waitFor();
  const settings = await page.locator('meta[name="lectern-host"]').getAttribute('content');
  const { articleBase } = JSON.parse(settings ?? '{}') as { articleBase: string };
  const frame = (): Frame => {
    const found = page.frames().find((one) => one !== page.mainFrame());
    if (!found) throw new Error('No article is open.');
    return found;
  };
  return {
    page,
    frame,
    async open(uid) {
      const asked = await page.evaluate((to) => {
        location.hash = `#/all/${to}`;
        return performance.timeOrigin + performance.now();
      }, uid);
      await page.locator('iframe').waitFor({ state: 'attached' });
      return (await firstPaint(frame(), uid)) - asked;
    },
    async documentOf(uid) {
      const reply = await page.request.get(new URL(`${articleBase}${uid}`, page.url()).href);
      return { html: await reply.text(), base: new URL(page.url()).origin };
    },
    async close() {
      await context.close();
      await stop();
    },
  };
}

/** The web host of a library, in a process of its own. */
export async function startHost(dir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [host, '--library', dir, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  return {
    url,
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The web host has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) return line;
  }
  throw new Error('The web host ended without an address.');
}

/** When the first text of an article's document came on screen, as an absolute time in milliseconds. */
async function firstPaint(frame: Frame, uid: string): Promise<number> {
  await frame.waitForURL((url) => url.pathname.endsWith(uid), { waitUntil: 'commit' });
  return frame.evaluate(
    () =>
      new Promise<number>((done) => {
        const look = () => {
          const [paint] = performance.getEntriesByName('first-contentful-paint');
          if (paint) done(performance.timeOrigin + paint.startTime);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}
