// Electron's own security checklist, its 20 points in their order, each read from the running app. What takes more than a
// look is proved at length in permissions, navigation, no-network, isolation, schemes and rendering beside this file.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { expect, type Lectern, test } from '../support/electron-app.ts';
import { answerSaveDialog } from '../support/save-dialog.ts';

const root = resolve(import.meta.dirname, '..', '..');
const WELCOME = 'Welcome to Lectern';

/** What the pages of all windows were really made with; it is not in Electron's types. */
const preferencesOf = ({ app }: Lectern) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences(),
    ),
  );

/** How it ends when main fetches, past every page's policy: only the session itself can stop that. */
const fetched = ({ app }: Lectern, address: string) =>
  app.evaluate(
    ({ net }, url) =>
      net.fetch(url).then(
        () => 'reached',
        (error: unknown) => /ERR_\w+/.exec(String(error))?.[0] ?? String(error),
      ),
    address,
  );

test('1 only secure content is loaded: all of it from our own schemes', async ({ start }) => {
  const lectern = await start();
  expect(lectern.window.url()).toMatch(/^app:\/\/lectern\//);
  expect(await fetched(lectern, 'http://127.0.0.1:9/')).toBe('ERR_BLOCKED_BY_CLIENT');
  expect(await fetched(lectern, 'app://lectern/')).toBe('reached');
});

test('2 no page has Node', async ({ start }) => {
  const lectern = await start();
  const [page] = await preferencesOf(lectern);
  expect(page).toMatchObject({ nodeIntegration: false, nodeIntegrationInSubFrames: false });
  expect(page?.nodeIntegrationInWorker ?? false).toBe(false);
  const has = 'typeof process + typeof require + typeof module + typeof Buffer';
  expect(await lectern.window.evaluate(has)).toBe('undefined'.repeat(4));
});

test('3 contexts are isolated', async ({ start }) => {
  const lectern = await start();
  expect(await preferencesOf(lectern)).toMatchObject([{ contextIsolation: true }]);
  // What the page does to its own world does not reach the preload's.
  expect(
    await lectern.window.evaluate(() =>
      Object.isFrozen((globalThis as { lectern?: object }).lectern),
    ),
  ).toBe(true);
});

test('4 processes are sandboxed', async ({ start }) => {
  const lectern = await start();
  expect(await preferencesOf(lectern)).toMatchObject([{ sandbox: true }]);
});

test('5 permissions are refused in every session', async ({ start }) => {
  const { app, window } = await start();
  const answers = await app.evaluate(({ session }) => {
    // Handlers cannot be read back: they are caught while a session is being made.
    const caught: unknown[] = [];
    const proto = Object.getPrototypeOf(session.defaultSession) as Record<string, unknown>;
    const before = Object.getOwnPropertyDescriptors(proto);
    const place = { isMainFrame: true, requestingUrl: 'app://lectern/' };
    proto.setPermissionRequestHandler = (
      handler: (c: null, name: string, decide: (yes: boolean) => void, d: object) => void,
    ) => handler(null, 'media', (yes) => void caught.push(`request ${yes}`), place);
    proto.setPermissionCheckHandler = (
      handler: (c: null, name: string, origin: string, d: object) => boolean,
    ) => caught.push(`check ${handler(null, 'media', 'app://lectern/', place)}`);
    proto.setDevicePermissionHandler = (handler: () => boolean) =>
      caught.push(`device ${handler()}`);
    session.fromPartition('made-by-a-test');
    Object.defineProperties(proto, before);
    return caught;
  });
  expect(answers).toEqual(['request false', 'check false', 'device false']);
  expect(await window.evaluate(() => Notification.requestPermission())).toBe('denied');
});

test('6 web security is on', async ({ start }) => {
  expect(await preferencesOf(await start())).toMatchObject([{ webSecurity: true }]);
});

test('7 a content security policy comes with every route', async ({ start }) => {
  const { app, window } = await start();
  await window.getByRole('row').filter({ hasText: WELCOME }).click();
  const uid = await window.getAttribute('iframe[title^="Article:"]', 'src');
  const [, id = ''] = /^article:\/\/a\/(\w{26})/.exec(uid ?? '') ?? [];
  expect(id).not.toBe('');
  const picture = `article://a/asset/${'a'.repeat(64)}.png`;
  const routes = ['', 'print/', 'original/', 'left-out/', 'pages/', 'pdf/'];
  const urls = [
    'app://lectern/',
    'app://lectern/assets/none.js',
    ...routes.map((route) => `article://a/${route}${id}`),
    'article://a/table/cmaps/78-H.bcmap',
    'article://a/font/none.woff2',
    picture,
    'article://a/',
  ];
  const policies = await app.evaluate(
    ({ net }, all) =>
      Promise.all(
        all.map(async (url) => {
          const { status, headers } = await net.fetch(url);
          return [url, status, headers.get('content-security-policy') ?? ''] as const;
        }),
      ),
    urls,
  );
  for (const [url, , policy] of policies) {
    expect(policy, url).toContain("default-src 'none'");
    expect(policy, url).not.toMatch(/unsafe-eval|https?:|\*/);
    // Only the page as it was saved has styles of its own, and no script at all.
    if (policy.includes('unsafe-inline')) {
      expect(url).toContain('/original/');
      expect(policy).not.toMatch(/script-src(?! 'none')/);
    }
  }
  // The control: they are pages, not refusals.
  expect(policies.filter(([, status]) => status === 200).length).toBeGreaterThan(4);
});

test('8 insecure content may not run', async ({ start }) => {
  expect(await preferencesOf(await start())).toMatchObject([
    { allowRunningInsecureContent: false },
  ]);
});

test('9 nothing experimental is on', async ({ start }) => {
  expect(await preferencesOf(await start())).toMatchObject([{ experimentalFeatures: false }]);
});

test('10 no feature of Blink is switched on', async ({ start }) => {
  const lectern = await start();
  const [page] = await preferencesOf(lectern);
  expect(page?.enableBlinkFeatures ?? '').toBe('');
  expect(
    await lectern.app.evaluate(({ app }) =>
      ['enable-blink-features', 'enable-experimental-web-platform-features'].filter((name) =>
        app.commandLine.hasSwitch(name),
      ),
    ),
  ).toEqual([]);
});

test('11 there are no webviews, hence none that may open windows', async ({ start }) => {
  const lectern = await start();
  expect(await preferencesOf(lectern)).toMatchObject([{ webviewTag: false }]);
  const { window } = lectern;
  expect(
    await window.evaluate(() => String(Object.getPrototypeOf(document.createElement('webview')))),
  ).toBe('[object HTMLElement]');
});

test('12 a webview would not be attached', async ({ start }) => {
  const { app } = await start();
  const isPrevented = await app.evaluate(({ BrowserWindow }) => {
    let prevented = false;
    const event = {
      preventDefault: () => {
        prevented = true;
      },
    };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {});
    return prevented;
  });
  expect(isPrevented).toBe(true);
});

test('13 the window navigates nowhere', async ({ start }) => {
  const { app, window } = await start();
  const home = window.url();
  const stopped = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const goes = (name: string, isMainFrame: boolean, url: string) => {
      let free = true;
      const preventDefault = () => {
        free = false;
      };
      contents?.emit(name, { isMainFrame, url, preventDefault });
      return free;
    };
    return [
      goes('will-frame-navigate', true, 'https://example.org/'),
      goes('will-frame-navigate', false, 'https://example.org/'),
      goes('will-redirect', true, 'https://example.org/'),
      goes('will-frame-navigate', true, 'app://lectern/'),
    ];
  });
  expect(stopped).toEqual([false, false, false, true]);
  expect(window.url()).toBe(home);
});

test('14 no window is opened by a page', async ({ start }) => {
  const { app, window } = await start();
  expect(await window.evaluate(() => globalThis.open('app://lectern/') === null)).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('15 the system is asked to open pages and letters only', async ({ start }) => {
  const { app, window } = await start();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  await window.evaluate(() => {
    for (const url of ['file:///etc/passwd', 'smb://a/b', 'ms-msdt:/id', 'https://example.org/']) {
      globalThis.open(url);
    }
  });
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual(['https://example.org/']);
});

test('16 one current Electron, named exactly', async () => {
  const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));
  const asked = read('package.json').devDependencies.electron;
  expect(asked).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read('package-lock.json').packages['node_modules/electron'].version).toBe(asked);
  // A supported line when this was written: a lower one is a step back.
  expect(Number(asked.split('.')[0])).toBeGreaterThanOrEqual(45);
});

test('17 who sends a message is looked at', async ({ start }) => {
  const { app } = await start();
  const heard = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('no window');
    let handedOver = 0;
    const before = contents.postMessage;
    contents.postMessage = () => void handedOver++;
    const says = (senderFrame: unknown) => {
      const soFar = handedOver;
      contents.ipc.emit('open-port', { senderFrame });
      return handedOver - soFar;
    };
    // A page at our address, and yet not the window; the window, and yet at another address.
    const other = new BrowserWindow({ show: false });
    await other.loadURL('app://lectern/');
    const { mainFrame } = contents;
    const foreign = [says(null), says(other.webContents.mainFrame)];
    Object.defineProperty(mainFrame, 'url', { value: 'https://example.org/', configurable: true });
    foreign.push(says(mainFrame));
    Reflect.deleteProperty(mainFrame, 'url');
    const own = says(mainFrame);
    other.destroy();
    contents.postMessage = before;
    return {
      foreign,
      own,
      // Electron itself listens for errors.
      channels: [ipcMain, contents.ipc].flatMap((ipc) =>
        ipc.eventNames().filter((name) => name !== 'error'),
      ),
      answered: [ipcMain, contents.ipc].map(
        (ipc) => (ipc as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.size,
      ),
    };
  });
  expect(heard).toEqual({
    foreign: [0, 0, 0],
    own: 1,
    channels: ['open-port'],
    answered: [0, 0],
  });
});

test('18 nothing is loaded from file://', async ({ start }) => {
  const lectern = await start();
  const outcome = await lectern.app.evaluate(async ({ BrowserWindow }) => {
    const bare = new BrowserWindow({ show: false });
    const ended = await bare.loadURL('file:///etc/hostname').then(
      () => 'loaded',
      (error: unknown) => /ERR_\w+/.exec(String(error))?.[0] ?? String(error),
    );
    bare.destroy();
    return ended;
  });
  expect(outcome).toBe('ERR_BLOCKED_BY_CLIENT');
});

test('19 the fuses are set', async () => {
  // Of the packages; that they hold what stands here is read from a packaged program by the packages' own test.
  const { electronFuses } = parse(readFileSync(join(root, 'electron.builder.yml'), 'utf8'));
  expect(electronFuses).toMatchObject({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('20 no part of Electron is handed to the page', async ({ start }) => {
  const { window } = await start();
  const handed = await window.evaluate(() => {
    const { lectern } = globalThis as unknown as { lectern: Record<string, () => unknown> };
    return [Object.keys(lectern), lectern.openPort?.()];
  });
  expect(handed).toEqual([['openPort', 'pathOf'], undefined]);
});

test('and a page that nobody sees, such as one that is printed, is made like the window', async ({
  start,
  folders,
}) => {
  const lectern = await start();
  await answerSaveDialog(lectern, join(folders.write('x', ''), '..', 'a.pdf'));
  const printed = lectern.app.evaluate(
    ({ app }) =>
      new Promise<Record<string, unknown>>((done) => {
        app.once('web-contents-created', (_event, contents) =>
          contents.once('did-finish-load', () =>
            done(
              (
                contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
              ).getLastWebPreferences(),
            ),
          ),
        );
      }),
  );
  await lectern.window.getByRole('row').filter({ hasText: WELCOME }).click();
  await lectern.window.keyboard.press('Control+Shift+P');
  const [window = {}] = await preferencesOf(lectern);
  const { preload, ...others } = await printed;
  expect(preload).toBeUndefined();
  const named = (all: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(all).filter(([name]) => /node|sandbox|context|secur|web|Feat|dev/i.test(name)),
    );
  expect(named(others)).toEqual(named(window));
  expect(Object.keys(named(window)).length).toBeGreaterThan(8);
});
