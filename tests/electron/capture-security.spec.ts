// What the capture window is forbidden, read from the running app: its foreign page, its session, its bar.
import { captureRoutes } from '../support/capture-site.ts';
import { openCapture, visit } from '../support/capture-window.ts';
import { expect, test } from '../support/electron-app.ts';
import { type LocalSite, startLocalSite } from '../support/local-site.ts';

let site: LocalSite;
test.beforeAll(async () => {
  site = await startLocalSite(captureRoutes);
});
test.afterAll(() => site.close());

test('the foreign page is trusted with nothing: no preload, no Node, a session of its own', async ({
  start,
}) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  const page = await visit(lectern, bar, `${site.origin}/plain`);
  const live = await lectern.app.evaluate(({ webContents, session }, origin) => {
    const contents = webContents.getAllWebContents().find((one) => one.getURL().startsWith(origin));
    if (!contents) throw new Error('no page');
    const { getLastWebPreferences } = contents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return {
      ...getLastWebPreferences.call(contents),
      isDefault: contents.session === session.defaultSession,
      isKept: contents.session.storagePath !== null,
      userAgent: contents.getUserAgent(),
      rtc: contents.getWebRTCIPHandlingPolicy(),
    };
  }, site.origin);
  expect(live).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    disableDialogs: true,
    isDefault: false,
    isKept: false,
    rtc: 'disable_non_proxied_udp',
  });
  expect(live).not.toHaveProperty('preload');
  expect(live.userAgent).not.toMatch(/electron|lectern/i);
  const has = 'typeof process + typeof require + typeof lectern';
  expect(await page.evaluate(has)).toBe('undefined'.repeat(3));
  // Nor do its requests say more than a browser's.
  const { headers = {} } = site.requests.find(({ path }) => path === '/plain') ?? {};
  expect(JSON.stringify(headers)).not.toMatch(/electron|lectern|proxy-/i);
});

test('its page stays in the web: nothing of ours, of the system or of the disk', async ({
  start,
}) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  await visit(lectern, bar, `${site.origin}/plain`);
  const outcomes = await lectern.app.evaluate(async ({ webContents }, origin) => {
    const contents = webContents.getAllWebContents().find((one) => one.getURL().startsWith(origin));
    if (!contents) throw new Error('no page');
    const goes = (isMainFrame: boolean, url: string) => {
      let may = true;
      contents.emit('will-frame-navigate', {
        isMainFrame,
        url,
        preventDefault: () => {
          may = false;
        },
      });
      return may;
    };
    const reaches = (url: string) =>
      contents.session.fetch(url).then(
        () => 'reached',
        () => 'refused',
      );
    const urls = ['app://lectern/', 'article://a/x', 'file:///etc/passwd', 'chrome://version/'];
    return {
      main: urls.map((url) => goes(true, url)),
      frames: urls.map((url) => goes(false, url)),
      web: [goes(true, 'https://example.org/'), goes(false, 'https://example.org/')],
      private: [goes(true, 'http://192.168.0.1/'), goes(true, 'http://localhost:1/')],
      fetched: await Promise.all(['app://lectern/', 'article://a/x'].map(reaches)),
      partOfOther: await reaches(`${origin}/plain`),
    };
  }, site.origin);
  expect(outcomes).toEqual({
    main: [false, false, false, false],
    frames: [false, false, false, false],
    web: [true, true],
    private: [false, false],
    fetched: ['refused', 'refused'],
    // No page asks for it: a private host answers to its own pages alone.
    partOfOther: 'refused',
  });
});

test('the bar has a policy of its own, no way to the library, and no frame', async ({ start }) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  const policy = await lectern.app.evaluate(async ({ net }) => {
    const { headers } = await net.fetch('app://lectern/capture.html');
    return headers.get('content-security-policy') ?? '';
  });
  expect(policy.replace(/nonce-[\w-]+/, 'nonce')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce'; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(bar.frames()).toHaveLength(1);
  // One port, and it answers to no name of the library's.
  const answers = await bar.evaluate(
    () =>
      new Promise((done) => {
        addEventListener('message', ({ data, ports }) => {
          if (data !== 'lectern:port') return;
          const [port] = ports;
          if (!port) return;
          port.onmessage = ({ data: reply }) => {
            if ('id' in (reply as object)) done([ports.length, (reply as { ok: boolean }).ok]);
          };
          port.postMessage({ id: 1, name: 'articles.list', input: {} });
        });
        (globalThis as unknown as { lectern: { openPort(): void } }).lectern.openPort();
      }),
  );
  expect(answers).toEqual([1, false]);
});
