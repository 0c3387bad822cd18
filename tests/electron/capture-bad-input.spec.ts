// Pages in the capture window that mean ill or never rest, addresses that are none, and a library that dies under a clip.
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { clip, goTo, inLibrary, openCapture, pageAt, visit } from '../support/capture-window.ts';
import { expect, type Lectern, test } from '../support/electron-app.ts';
import {
  articlePage,
  type LocalSite,
  type SiteRoute,
  startLocalSite,
} from '../support/local-site.ts';

const withScript = (title: string, script: string, inside = ''): string =>
  articlePage(title, inside).replace('</body>', `<script>${script}</script></body>`);

/** Tries all at once, and says what came of it. */
const GREEDY = `
const outcomes = [];
const attempt = (name, work) => Promise.resolve().then(work).then((value) => outcomes.push(name + ' ' + value), () => outcomes.push(name + ' refused'));
Promise.all([
  attempt('windows', () => Array.from({ length: 20 }, () => window.open('/article')).filter(Boolean).length),
  attempt('small', () => Array.from({ length: 20 }, (_, at) => window.open('/article', 'small' + at, 'width=300,height=300')).filter(Boolean).length),
  attempt('dialogs', () => { for (let at = 0; at < 50; at++) alert('stay'); return confirm('stay') ? 'yes' : 'no'; }),
  attempt('notify', () => Notification.requestPermission()),
  attempt('place', () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(() => yes('told'), no))),
  attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'seen')),
  attempt('clipboard', () => navigator.clipboard.readText().then(() => 'read')),
  attempt('node', () => typeof require + typeof process + typeof lectern),
]).then(() => { document.title = outcomes.join(', '); });
addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'stay'; });`;

const attachment =
  (type: string, name: string, body: string): SiteRoute =>
  (_, response) => {
    response.writeHead(200, {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
    });
    response.end(body);
  };

let site: LocalSite;
let secret: LocalSite;
test.beforeAll(async () => {
  secret = await startLocalSite();
  site = await startLocalSite({
    '/greedy': withScript('Greedy', GREEDY),
    '/restless': articlePage('Restless', '<img src="/never" alt="">'),
    '/busy': withScript('Busy', 'setTimeout(() => { for (;;); }, 300);'),
    '/files': articlePage('Files', '<a href="/setup.exe">Program</a> <a href="/log.html">Log</a>'),
    '/setup.exe': attachment('application/x-msdownload', 'setup.exe', 'MZ'),
    '/log.html': attachment('text/html', 'log.html', articlePage('The handed over log')),
    '/popup': articlePage('Popup', '<a target="_blank" href="/article">In a window of its own</a>'),
    '/prying': withScript(
      'Prying',
      `fetch('${secret.origin}/fetch', { mode: 'no-cors' }).catch(() => 0); new Image().src = '${secret.origin}/picture';
      new WebSocket('${secret.origin.replace('http', 'ws')}/socket'); location.href = '${secret.origin}/away';`,
      `<iframe src="${secret.origin}/frame"></iframe>`,
    ),
  });
});
test.afterAll(async () => {
  await site.close();
  await secret.close();
});

const countWindows = ({ app }: Lectern) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('a page that opens windows, asks for everything and will not be left gets nothing', async ({
  start,
}) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  const page = await visit(lectern, bar, `${site.origin}/greedy`);
  await expect
    .poll(() => page.title())
    .toMatch(/^(?=.*windows 0)(?=.*small 0)(?=.*dialogs no)(?=.*notify denied)(?=.*place refused)/);
  expect(await page.title()).toMatch(/(?=.*camera refused)(?=.*clipboard refused)/);
  expect(await page.title()).toContain('node undefinedundefinedundefined');
  expect(await countWindows(lectern)).toBe(2);
  // It is left all the same.
  await visit(lectern, bar, `${site.origin}/article`);

  // What its reader asks for by a click is shown, in the same window.
  const popup = await visit(lectern, bar, `${site.origin}/popup`);
  await popup.getByRole('link', { name: 'In a window of its own' }).click();
  await pageAt(lectern.app, `${site.origin}/article`);
  expect(await countWindows(lectern)).toBe(2);
});

test('a program is not downloaded, and a page that is handed over is offered as a clip', async ({
  start,
  folders,
}) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  const page = await visit(lectern, bar, `${site.origin}/files`);
  await page.getByRole('link', { name: 'Program' }).click();
  await expect(bar.getByText('“setup.exe”. It was not downloaded')).toBeVisible();
  await bar.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('link', { name: 'Log' }).click();
  await expect(bar.getByText('“log.html”. It was not downloaded')).toBeVisible();
  await clip(bar, 'Clip it');
  await expect(bar.getByText('The handed over log')).toBeVisible();
  await lectern.quit();
  await inLibrary(folders, async (client) => {
    expect((await client['search.run']({ text: 'title:handed' })).hits).toHaveLength(1);
  });
});

test('a page that never stops loading is clipped, and one that never rests is told of', async ({
  start,
}) => {
  test.setTimeout(180_000);
  const lectern = await start();
  const bar = await openCapture(lectern);
  await goTo(bar, `${site.origin}/restless`);
  await pageAt(lectern.app, `${site.origin}/restless`);
  await expect(bar.getByRole('button', { name: 'Stop loading' })).toBeVisible();
  await clip(bar);
  await expect(bar.getByRole('button', { name: 'Load again' })).toBeVisible();

  await goTo(bar, `${site.origin}/busy`);
  await expect(bar.getByRole('button', { name: 'Clip page' })).toBeEnabled();
  await delay(1000);
  await bar.getByRole('button', { name: 'Clip page' }).click();
  await expect(bar.getByText('The page is busy and does not answer.')).toBeVisible({
    timeout: 60_000,
  });
  // The window is not lost with it: its process is ended. The debugger does not follow what comes after.
  await goTo(bar, `${site.origin}/article`);
  await expect
    .poll(() =>
      lectern.app.evaluate(({ webContents }) =>
        webContents.getAllWebContents().map((one) => one.getURL()),
      ),
    )
    .toContain(`${site.origin}/article`);
  await clip(bar);
});

test('addresses that are none of the web are refused in a sentence', async ({ start }) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  const page = await visit(lectern, bar, `${site.origin}/article`);
  const refused = bar.getByText('This window shows pages of the web');
  for (const address of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,<h1>x</h1>',
    'chrome://version',
    'app://lectern/',
    'article://a/x',
  ]) {
    await goTo(bar, address);
    await expect(refused).toBeVisible();
    await bar.getByRole('button', { name: 'Dismiss' }).click();
    await expect(refused).toBeHidden();
  }
  for (const address of ['two words', 'nowhere', 'http://']) {
    await goTo(bar, address);
    await expect(bar.getByText('This is no address of a web page.')).toBeVisible();
    await bar.getByRole('button', { name: 'Dismiss' }).click();
  }
  await goTo(bar, 'https://me:secret@example.org/');
  await expect(bar.getByText('holds a user name or password')).toBeVisible();
  expect(page.url()).toBe(`${site.origin}/article`);

  // Nor does a page lead there.
  for (const address of [
    'file:///etc/passwd',
    'app://lectern/',
    'data:text/html,x',
    'article://a/x',
  ])
    await page.evaluate((url) => {
      location.href = url;
    }, address);
  await delay(500);
  expect(page.url()).toBe(`${site.origin}/article`);
});

test('a page reaches no private address, not even one to which its reader has been', async ({
  start,
}) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  await visit(lectern, bar, `${site.origin}/prying`);
  await delay(1000);
  expect(secret.connections()).toBe(0);
  // The control: whoever types it goes there.
  await visit(lectern, bar, `${secret.origin}/article`);
  const seen = secret.requests.length;
  expect(seen).toBeGreaterThan(0);
  await visit(lectern, bar, `${site.origin}/prying`);
  await delay(1000);
  expect(secret.requests).toHaveLength(seen);
});

test.describe('a library that dies while the window clips', () => {
  const stopLibrary = async ({ pidsOf }: Lectern): Promise<number> => {
    await expect.poll(async () => (await pidsOf('Lectern library')).length).toBe(1);
    const [pid = 0] = await pidsOf('Lectern library');
    process.kill(pid, 'SIGSTOP');
    return pid;
  };
  const begin = async (bar: Page) => {
    await bar.getByRole('button', { name: 'Clip page' }).click();
    await expect(bar.getByText('Going through the page')).toBeVisible();
    // The page is walked through by then, and the library was asked.
    await delay(5000);
  };

  test('is asked once more: the page is there, whole and once', async ({ start, folders }) => {
    const lectern = await start();
    const bar = await openCapture(lectern);
    await visit(lectern, bar, `${site.origin}/article`);
    const pid = await stopLibrary(lectern);
    await begin(bar);
    process.kill(pid, 'SIGKILL');
    await expect(bar.getByText('Saved', { exact: true })).toBeVisible({ timeout: 60_000 });
    expect(lectern.log()).toContain('capture: the library was gone; once more');
    await lectern.quit();
    await inLibrary(folders, async (client) => {
      expect((await client['search.run']({ text: 'lighthouse' })).hits).toHaveLength(1);
      expect(await client['library.check']({})).toMatchObject({ ok: true });
    });
  });

  test('and dies again: it is said, nothing half is there, and the clip is offered again', async ({
    start,
    folders,
  }) => {
    const lectern = await start();
    const bar = await openCapture(lectern);
    await visit(lectern, bar, `${site.origin}/article`);
    const pid = await stopLibrary(lectern);
    await begin(bar);
    process.kill(pid, 'SIGKILL');
    // The next one is asked as soon as it is open, and has a page to read.
    await expect
      .poll(() => lectern.log().split('library: open').length, { intervals: [10] })
      .toBe(3);
    const [next = pid] = await lectern.pidsOf('Lectern library');
    process.kill(next, 'SIGKILL');
    await expect(bar.getByText('The library stopped before it answered')).toBeVisible();
    await bar.getByRole('button', { name: 'Try again' }).click();
    await expect(bar.getByText('Saved', { exact: true })).toBeVisible({ timeout: 60_000 });
    await lectern.quit();
    await inLibrary(folders, async (client) => {
      expect((await client['search.run']({ text: 'lighthouse' })).hits).toHaveLength(1);
      expect(await client['library.check']({})).toMatchObject({ ok: true });
    });
  });
});
