// What electron/main/security.ts promises, read from the running app. Each test fails when its promise is weakened.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../support/electron-app.ts';

test('the window runs with the preferences of a page that is trusted with nothing', async ({
  start,
}) => {
  const { app } = await start();
  const live = await app.evaluate(({ BrowserWindow, session }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Not in the types: what the window was really made with.
    const contents = window?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return {
      ...contents.getLastWebPreferences(),
      spellChecker: session.defaultSession.isSpellCheckerEnabled(),
    };
  });
  expect(live).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellChecker: process.platform === 'darwin',
  });
});

test('the page sees neither Node nor Electron, and of the preload two functions', async ({
  start,
}) => {
  const { window } = await start();
  expect(
    await window.evaluate(() => ({
      node: [typeof globalThis.process, typeof (globalThis as { require?: unknown }).require],
      lectern: Object.keys((globalThis as { lectern?: object }).lectern ?? {}),
    })),
  ).toEqual({ node: ['undefined', 'undefined'], lectern: ['openPort', 'pathOf'] });
});

test('every session refuses every permission but the one to copy, and that to frames', async ({
  start,
}) => {
  const { app, window } = await start();
  const granted = await app.evaluate(({ session }) => {
    type Details = { isMainFrame: boolean; requestingUrl: string };
    type Request = (c: null, name: string, decide: (yes: boolean) => void, d: Details) => void;
    type Check = (c: null, name: string, origin: string, d: Details) => boolean;
    const names = [
      'clipboard-read',
      'clipboard-sanitized-write',
      'display-capture',
      'fileSystem',
      'fullscreen',
      'geolocation',
      'hid',
      'idle-detection',
      'keyboardLock',
      'media',
      'mediaKeySystem',
      'midi',
      'midiSysex',
      'notifications',
      'openExternal',
      'pointerLock',
      'serial',
      'speaker-selection',
      'storage-access',
      'top-level-storage-access',
      'usb',
      'window-management',
      'of-a-later-electron',
    ];
    const places = [
      { isMainFrame: true, requestingUrl: 'app://lectern/' },
      { isMainFrame: false, requestingUrl: 'app://lectern/' },
      { isMainFrame: true, requestingUrl: 'article://a/x' },
      { isMainFrame: false, requestingUrl: 'article://a/x' },
      { isMainFrame: true, requestingUrl: 'https://example.org/' },
    ];
    const yes: string[] = [];
    const note = (way: string, name: string, { isMainFrame, requestingUrl }: Details) =>
      yes.push(`${way} ${name} ${isMainFrame ? 'window' : 'frame'} ${requestingUrl}`);
    const cases = names.flatMap((name) => places.map((place) => ({ name, place })));

    // Handlers cannot be read back: they are caught while a session is being made.
    const proto = Object.getPrototypeOf(session.defaultSession) as {
      setPermissionRequestHandler(handler: Request): void;
      setPermissionCheckHandler(handler: Check): void;
      setDevicePermissionHandler(handler: () => boolean): void;
    };
    const before = Object.getOwnPropertyDescriptors(proto);
    proto.setPermissionRequestHandler = (handler) => {
      for (const { name, place } of cases) {
        handler(null, name, (answer) => answer && note('request', name, place), place);
      }
    };
    proto.setPermissionCheckHandler = (handler) => {
      for (const { name, place } of cases) {
        if (handler(null, name, place.requestingUrl, place)) note('check', name, place);
      }
    };
    proto.setDevicePermissionHandler = (handler) => {
      yes.push(`devices ${handler()}`);
    };
    session.fromPartition('made-by-a-test');
    Object.defineProperties(proto, before);
    return yes;
  });
  expect(granted).toEqual([
    'request clipboard-sanitized-write window app://lectern/',
    'check clipboard-sanitized-write window app://lectern/',
    'devices false',
  ]);

  // And the default session, from inside its page.
  expect(
    await window.evaluate(async () => {
      const refused = (work: Promise<unknown>) =>
        work.then(
          () => 'granted',
          () => 'refused',
        );
      return {
        notifications: await Notification.requestPermission(),
        place: await refused(
          new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)),
        ),
        camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
        clipboard: await refused(navigator.clipboard.readText()),
      };
    }),
  ).toEqual({
    notifications: 'denied',
    place: 'refused',
    camera: 'refused',
    clipboard: 'refused',
  });
});

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

test('the window’s process is in the system’s sandbox', async ({ start }) => {
  test.skip(process.platform !== 'linux', 'only Linux tells of a process what it may do');
  test.skip(process.getuid?.() === 0, 'Chromium has no sandbox for root');
  const { app } = await start();
  const [window, main] = await app.evaluate(({ BrowserWindow }) => [
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    process.pid,
  ]);
  // A container may filter all of its processes: the window's has a filter more than the one that made it.
  const filters = (pid: number | undefined) =>
    Number(/^Seccomp_filters:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  expect(filters(window)).toBeGreaterThan(filters(main));
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

test('no request of the session leaves, whoever makes it', async ({ start }) => {
  const asked: string[] = [];
  const canary = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('here');
  });
  await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
  const site = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  try {
    const { app, window } = await start();
    const outcomes = await app.evaluate(async ({ BrowserWindow, net }, address) => {
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'reached',
          (error: unknown) => String(error).match(/ERR_\w+/)?.[0] ?? String(error),
        );
      // No page, so no policy and no navigation event stands in the way: only the session's own guard does.
      const bare = new BrowserWindow({ show: false });
      const results = [
        await outcome(bare.loadURL(`${address}/navigation`)),
        await outcome(net.fetch(`${address}/fetch`)),
      ];
      bare.destroy();
      return results;
    }, site);
    expect(outcomes).toEqual(['ERR_BLOCKED_BY_CLIENT', 'ERR_BLOCKED_BY_CLIENT']);

    await window
      .evaluate(async (address) => {
        await fetch(`${address}/from-page`).catch(() => undefined);
        const link = document.createElement('link');
        link.rel = 'preconnect';
        link.href = address;
        document.head.append(link, Object.assign(new Image(), { src: `${address}/image` }));
        new WebSocket(address.replace('http', 'ws')).close();
      }, site)
      .catch(() => undefined);
    await window.waitForTimeout(300);
    expect(asked).toEqual([]);

    // The control: the canary does answer whoever gets through.
    expect(await (await fetch(`${site}/control`)).text()).toBe('here');
    expect(asked).toEqual(['/control']);
  } finally {
    canary.close();
  }
});

test('Chromium resolves no names', async ({ start }) => {
  const { app } = await start();
  expect(
    await app.evaluate(({ app: shell, session }) =>
      session.defaultSession.resolveHost('127.0.0.1').then(
        () => 'resolved',
        () => shell.commandLine.getSwitchValue('host-resolver-rules'),
      ),
    ),
  ).toBe('MAP * ~NOTFOUND');
});

test('ports go to the window’s own page only', async ({ start }) => {
  const { app } = await start();
  expect(
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents) throw new Error('no window');
      let handedOver = 0;
      const before = contents.postMessage;
      contents.postMessage = () => {
        handedOver++;
      };
      const ask = (senderFrame: unknown) => {
        handedOver = 0;
        contents.ipc.emit('open-port', { senderFrame });
        return handedOver;
      };
      const other = new BrowserWindow({ show: false });
      const results = {
        gone: ask(null),
        foreign: ask(other.webContents.mainFrame),
        own: ask(contents.mainFrame),
      };
      other.destroy();
      contents.postMessage = before;
      return results;
    }),
  ).toEqual({ gone: 0, foreign: 0, own: 1 });
});
