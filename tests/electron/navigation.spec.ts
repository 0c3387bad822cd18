// Where window and frames may go, read from the running app: nowhere but to our own schemes.
import { expect, test } from '../support/electron-app.ts';

test('window.open opens no window: web and mail links go to the system, nothing else does', async ({
  start,
}) => {
  const { app, window } = await start();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  const links = [
    'https://example.org/a',
    'mailto:reader@example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'https://user:secret@example.org/',
    'app://lectern/',
    'article://a/x',
    'about:blank',
  ];
  await window.evaluate((all) => {
    for (const link of all) globalThis.open(link);
  }, links);
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(opened).toEqual(['https://example.org/a', 'mailto:reader@example.org']);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the window stays on its own page', async ({ start }) => {
  const { window } = await start();
  const home = window.url();
  for (const away of [
    'https://example.org/',
    'file:///etc/passwd',
    'article://a/asset/x',
    'app://elsewhere/',
    'data:text/html,x',
  ]) {
    await window.evaluate((url) => {
      location.href = url;
    }, away);
    // A navigation that was let through would have begun by now.
    await window.waitForTimeout(100);
    expect(window.url(), away).toBe(home);
    expect(await window.evaluate(() => location.href), away).toBe(home);
  }
  // The control: the page can move within itself.
  await window.evaluate(() => {
    location.hash = '#here';
  });
  expect(await window.evaluate(() => location.hash)).toBe('#here');
});

test('a frame of a foreign page stays empty', async ({ start }) => {
  const { window } = await start();
  const port = await window.evaluate(
    (urls) =>
      Promise.all(
        urls.map(
          (url) =>
            new Promise((done) => {
              const frame = document.createElement('iframe');
              frame.onload = () => done(`loaded ${frame.contentDocument?.URL ?? 'foreign'}`);
              setTimeout(() => done('nothing'), 1000);
              frame.src = url;
              document.body.append(frame);
            }),
        ),
      ),
    ['https://example.org/', 'file:///etc/passwd'],
  );
  // Chromium puts an error page of its own, which nobody can read, in the place of what it blocks.
  for (const outcome of port) expect(['loaded foreign', 'nothing']).toContain(outcome);
  expect(window.frames().map((frame) => frame.url().split(':')[0])).not.toContain('https');
  expect(window.frames().map((frame) => frame.url().split(':')[0])).not.toContain('file');
});

test('frames may only go to articles, the window only to itself', async ({ start }) => {
  const { app } = await start();
  const stopped = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const wouldGo = (isMainFrame: boolean, url: string) => {
      let goes = true;
      const preventDefault = () => {
        goes = false;
      };
      contents?.emit('will-frame-navigate', { isMainFrame, url, preventDefault });
      return goes;
    };
    const urls = [
      'app://lectern/x',
      'article://a/x',
      'app://x/',
      'https://example.org/',
      'data:,x',
    ];
    return urls.map((url) => [url, wouldGo(true, url), wouldGo(false, url)]);
  });
  expect(stopped).toEqual([
    ['app://lectern/x', true, false],
    ['article://a/x', false, true],
    ['app://x/', false, false],
    ['https://example.org/', false, false],
    ['data:,x', false, false],
  ]);
});

test('webviews and downloads are prevented', async ({ start }) => {
  const { app } = await start();
  expect(
    await app.evaluate(async ({ BrowserWindow, session }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const webview = { defaultPrevented: false, preventDefault: () => undefined };
      webview.preventDefault = () => {
        webview.defaultPrevented = true;
        return undefined;
      };
      contents?.emit('will-attach-webview', webview, {}, {});
      const download = new Promise((done) =>
        session.defaultSession.once('will-download', (event) => done(event.defaultPrevented)),
      );
      contents?.downloadURL('app://lectern/');
      return { webview: webview.defaultPrevented, download: await download };
    }),
  ).toEqual({ webview: true, download: true });
});
