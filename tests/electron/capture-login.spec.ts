// Logging in through a small window that a page opens and speaks with, as most “Sign in with …” do, in the real Electron.
import type { ElectronApplication } from '@playwright/test';
import { told } from '../support/capture-site.ts';
import { clip, inLibrary, openCapture, pageAt, visit } from '../support/capture-window.ts';
import { expect, test } from '../support/electron-app.ts';
import { type LocalSite, type SiteRoute, startLocalSite } from '../support/local-site.ts';

const DOOR = `window.open('/door', 'door', 'width=440,height=500,frame=no,alwaysOnTop=yes,kiosk=yes,nodeIntegration=yes')`;

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body><h1>${title}</h1>${body}</body></html>`;

/** The club, for whoever has come in by its door. */
const club: SiteRoute = ({ headers }, response) => {
  const isIn = /\bkey=brass\b/.test(headers.cookie ?? '');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    page(
      'The club log',
      isIn
        ? `<article>${told('knapsack')}</article>`
        : `<button onclick="${DOOR}">Sign in</button>
<script>addEventListener('message', (event) => { if (event.origin === location.origin && event.data === 'in') location.reload(); });</script>`,
    ),
  );
};

const door = page(
  'Your bank',
  `<p id="outcome"></p><button onclick="document.cookie = 'key=brass; path=/'; opener.postMessage('in', location.origin); window.close()">Let me in</button>
<script>onload = () => { document.getElementById('outcome').textContent = [typeof require, typeof process, typeof lectern, Boolean(opener), Notification.permission, confirm('stay')].join(' '); resizeTo(900, 900); moveTo(0, 0); };
onclick = () => window.open('/door', 'second', 'width=400,height=400');</script>`,
);

let site: LocalSite;
test.beforeAll(async () => {
  site = await startLocalSite({ '/club': club, '/door': door });
});
test.afterAll(() => site.close());

/** What the window of the door is, seen from outside. */
const doorIn = (app: ElectronApplication, url: string) =>
  app.evaluate(({ BrowserWindow, webContents, session: defaults }, wanted) => {
    const all = BrowserWindow.getAllWindows();
    const one = all.find(({ webContents }) => webContents.getURL() === wanted);
    if (!one) return null;
    const { getLastWebPreferences } = one.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const [width = 0, height = 0] = one.getSize();
    const { session } = one.webContents;
    const page = webContents.getAllWebContents().find((two) => two.getURL().endsWith('/club'));
    return {
      ...getLastWebPreferences.call(one.webContents),
      title: one.getTitle(),
      isSmall: width < 700 && height < 700,
      isOnTop: one.isAlwaysOnTop(),
      isKiosk: one.isKiosk(),
      isOfPageSession: session === page?.session && session !== defaults.defaultSession,
      rtc: one.webContents.getWebRTCIPHandlingPolicy(),
      userAgent: one.webContents.getUserAgent(),
      count: all.length,
    };
  }, url);

test('a page logs its reader in by a small window that speaks with it, and is clipped as they see it', async ({
  start,
  folders,
}) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  const outside = await visit(lectern, bar, `${site.origin}/club`);
  await outside.getByRole('button', { name: 'Sign in' }).click();
  const small = await pageAt(lectern.app, `${site.origin}/door`);
  // It has its opener, and no more than any page of the web.
  await expect(small.locator('#outcome')).toHaveText(
    'undefined undefined undefined true denied false',
  );
  const live = await doorIn(lectern.app, `${site.origin}/door`);
  expect(live).toMatchObject({
    // Whose page it is, not what it calls itself.
    title: `Not secure: ${site.host}`,
    isSmall: true,
    isOnTop: false,
    isKiosk: false,
    isOfPageSession: true,
    rtc: 'disable_non_proxied_udp',
    count: 3,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    disableDialogs: true,
  });
  expect(live).not.toHaveProperty('preload');
  expect(live?.userAgent).not.toMatch(/electron|lectern/i);

  // A window of that window there is none, whoever clicks.
  await small.locator('#outcome').click();
  expect((await doorIn(lectern.app, `${site.origin}/door`))?.count).toBe(3);

  const gone = small.waitForEvent('close');
  await small.getByRole('button', { name: 'Let me in' }).click();
  await gone;
  await expect(outside.getByText('knapsack').first()).toBeVisible();
  await clip(bar);
  await lectern.quit();
  await inLibrary(folders, async (client) => {
    expect((await client['search.run']({ text: 'knapsack' })).hits).toHaveLength(1);
  });
});

test('that window goes with the one that opened it', async ({ start }) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  const outside = await visit(lectern, bar, `${site.origin}/club`);
  await outside.getByRole('button', { name: 'Sign in' }).click();
  const small = await pageAt(lectern.app, `${site.origin}/door`);
  const gone = small.waitForEvent('close');
  await lectern.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('capture.html'))
      ?.close(),
  );
  await gone;
  expect(
    await lectern.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1);
});
