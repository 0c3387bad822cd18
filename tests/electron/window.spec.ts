// A person at the real window: clips, finds and reads, loses the library's process and gets it back, closes and returns.
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Folders, type Lectern, test } from '../support/electron-app.ts';
import { png } from '../support/pictures.ts';

const WELCOME = 'Welcome to Lectern';

/** No two alike, so that a place in the text can be told by its words. */
const paragraph = (about: string) =>
  `<p>${[1, 2, 3, 4, 5].map((evening) => `On evening ${evening} the ${about} of the old mill turned slowly, and nobody spoke.`).join(' ')}</p>`;

/** A saved page with a picture beside it, as browsers save them. @returns its path */
function writePage(folders: Folders, name: string, title: string, word: string): string {
  folders.write(`${name}_files/wheel.png`, png(320, 200));
  return folders.write(
    `${name}.html`,
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article>
    <h1>${title}</h1>${paragraph('wheel')}
    <img src="${name}_files/wheel.png" alt="The wheel" width="320" height="200">
    <p>Nobody had expected the ${word}. <a href="https://example.org/mill?a=1">More on mills</a>
    and <a href="mailto:miller@example.org">the miller</a>.</p>
    ${Array.from({ length: 14 }, (_, at) => paragraph(`stream ${at}`)).join('')}</article></body></html>`,
  );
}

const row = (window: Page, title: string) => window.getByRole('row').filter({ hasText: title });

const frameOf = (window: Page) =>
  window.frameLocator('iframe[title^="Article:"]').getByRole('main');

async function open(window: Page, title: string): Promise<void> {
  await row(window, title).click();
  await expect(frameOf(window).getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

/** Records what would have been opened outside. */
async function catchLinks(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  return () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
}

const chooseMenu = ({ app }: Lectern, id: string) =>
  app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);

test('a new library begins with the welcome article', async ({ start }) => {
  const { window } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  await open(window, WELCOME);
});

test('a page given as argument is clipped, found by a word of its body, and read with its picture', async ({
  start,
  folders,
}) => {
  const page = writePage(folders, 'mill', 'The Old Mill', 'zeppelin');
  const { app, window } = await start(page);
  const requested = await app.evaluate(({ session }) => {
    const urls: string[] = [];
    Object.assign(globalThis, { urls });
    session.defaultSession.webRequest.onSendHeaders(({ url }) => void urls.push(url));
    return urls;
  });
  expect(requested).toEqual([]);
  await expect(row(window, 'The Old Mill')).toBeVisible();

  await window.getByRole('searchbox', { name: 'Search' }).fill('zeppelin');
  const hit = window.getByRole('grid', { name: 'Search results' }).getByRole('row');
  await expect(hit).toHaveCount(1);
  await expect(hit.locator('mark')).toHaveText('zeppelin');
  await hit.click();

  await expect(frameOf(window).getByText('Nobody had expected the zeppelin')).toBeVisible();
  const picture = frameOf(window).getByRole('button', { name: 'The wheel' });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(320);
  expect(await picture.getAttribute('src')).toMatch(/^article:\/\/a\/asset\/[0-9a-f]{64}\.png$/);
  const frame = window.frames().find((one) => one.url().startsWith('article:'));
  expect(
    await frame?.evaluate(async () => {
      await document.fonts.ready;
      return [self.origin, [...document.fonts].some(({ status }) => status === 'loaded')];
    }),
  ).toEqual(['null', true]);

  // Everything that was asked for came from the app's own schemes, fonts and pictures included.
  const urls = await app.evaluate(() => (globalThis as unknown as { urls: string[] }).urls);
  expect(urls.filter((url) => !/^(app:\/\/lectern|article:\/\/a)\//.test(url))).toEqual([]);
  expect(urls.some((url) => url.startsWith('article://a/asset/'))).toBe(true);
  expect(urls.some((url) => url.startsWith('article://a/font/'))).toBe(true);
});

test('a pasted text is clipped in the dialog', async ({ start }) => {
  const lectern = await start();
  const { window } = lectern;
  await expect(row(window, WELCOME)).toBeVisible();
  await chooseMenu(lectern, 'clip');
  const dialog = window.getByRole('dialog', { name: 'Clip' });
  await dialog
    .getByRole('textbox')
    .fill('A walk along the canal. It was cold and nobody else was about, save one heron.');
  await dialog.getByRole('button', { name: 'Clip', exact: true }).click();
  await expect(row(window, 'A walk along the canal')).toBeVisible();
});

test('an argument that cannot be clipped is said in words, and the others are kept', async ({
  start,
  folders,
}) => {
  const page = writePage(folders, 'mill', 'The Old Mill', 'zeppelin');
  const { app, window } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  await app.evaluate(({ dialog }) => {
    const said: unknown[] = [];
    Object.assign(globalThis, { said });
    // Told without a window of its own to be attached to.
    Object.assign(dialog, { showMessageBox: async (options: unknown) => void said.push(options) });
  });
  // As the system names files to an app that runs already.
  await app.evaluate(
    ({ app: shell }, files) => {
      for (const file of files) shell.emit('open-file', { preventDefault: () => undefined }, file);
    },
    [page, `${page}.gone`],
  );
  await expect(row(window, 'The Old Mill')).toBeVisible();
  const said = () =>
    app.evaluate(() => (globalThis as unknown as { said: { detail: string }[] }).said);
  await expect.poll(said).toHaveLength(1);
  expect((await said())[0]?.detail).toContain('mill.html.gone');
});

test('links of an article ask the system, and nothing else leaves', async ({ start, folders }) => {
  const { app, window } = await start(writePage(folders, 'mill', 'The Old Mill', 'zeppelin'));
  const opened = await catchLinks(app);
  await open(window, 'The Old Mill');
  await frameOf(window).getByRole('link', { name: 'More on mills' }).click();
  await frameOf(window).getByRole('link', { name: 'the miller' }).click();
  await expect.poll(opened).toEqual(['https://example.org/mill?a=1', 'mailto:miller@example.org']);
  await expect(frameOf(window).getByRole('heading', { name: 'The Old Mill' })).toBeVisible();
  expect(window.url()).toMatch(/^app:\/\/lectern\//);
});

test('the address of an article can be copied', async ({ start, folders }) => {
  const page = folders.write(
    'canal.html',
    `<title>The Canal</title><link rel="canonical" href="https://example.org/canal">${paragraph('barge')}`,
  );
  const { app, window } = await start(page);
  await open(window, 'The Canal');
  await window.getByRole('button', { name: 'More' }).click();
  await window.getByRole('menuitem', { name: 'Copy the link' }).click();
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('https://example.org/canal');
});

test('keys work with the focus in the article', async ({ start }) => {
  const { window } = await start();
  // A list that an article does not leave by being opened.
  await window.getByRole('link', { name: /^Everything/ }).click();
  await open(window, WELCOME);
  await frameOf(window).getByRole('heading', { level: 1 }).click();
  const toolbar = window.getByRole('toolbar', { name: 'Article' });
  await window.keyboard.press('s');
  await expect(toolbar.getByRole('button', { name: 'Remove star' })).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(toolbar.getByRole('button', { name: 'Star', exact: true })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('grid', { name: 'Articles in Everything' })).toBeFocused();
});

test('the menu reaches the window, and undo means what has the focus', async ({ start }) => {
  const lectern = await start();
  const { window } = lectern;
  await open(window, WELCOME);
  const toolbar = window.getByRole('toolbar', { name: 'Article' });
  await toolbar.getByRole('button', { name: 'Star', exact: true }).click();
  await expect(toolbar.getByRole('button', { name: 'Remove star' })).toBeVisible();

  await chooseMenu(lectern, 'find');
  const search = window.getByRole('searchbox', { name: 'Search' });
  await expect(search).toBeFocused();
  await window.keyboard.type('mill');
  await chooseMenu(lectern, 'undo');
  await expect(search).toHaveValue('');
  await expect(toolbar.getByRole('button', { name: 'Remove star' })).toBeVisible();

  await frameOf(window).getByRole('heading', { level: 1 }).click();
  await chooseMenu(lectern, 'undo');
  await expect(toolbar.getByRole('button', { name: 'Star', exact: true })).toBeVisible();
});

test('when the library’s process dies the window recovers by itself', async ({
  start,
  folders,
}) => {
  const { window, pidsOf } = await start(writePage(folders, 'mill', 'The Old Mill', 'zeppelin'));
  await expect(row(window, 'The Old Mill')).toBeVisible();
  const [pid = 0] = await pidsOf('Lectern library');
  process.kill(pid, 'SIGKILL');
  // The call waits while the library is started again, or is answered by the new one: either way it is answered.
  await window.getByRole('searchbox', { name: 'Search' }).fill('zeppelin');
  const hit = window.getByRole('grid', { name: 'Search results' }).getByRole('row');
  await expect(hit.locator('mark')).toHaveText('zeppelin');
  await hit.click();
  await expect(frameOf(window).getByText('Nobody had expected the zeppelin')).toBeVisible();
  expect(await pidsOf('Lectern library')).not.toEqual([pid]);
});

test('a restart keeps the articles and the place where reading stopped', async ({
  start,
  folders,
}) => {
  const first = await start(writePage(folders, 'mill', 'The Old Mill', 'zeppelin'));
  await open(first.window, 'The Old Mill');
  const progress = (window: Page) => window.getByRole('progressbar', { name: 'Read so far' });
  await frameOf(first.window).getByRole('heading', { level: 1 }).click();
  const scrollOf = async (window: Page) => {
    const frame = window.frames().find((one) => one.url().startsWith('article:'));
    return (await frame?.evaluate(() => self.scrollY)) ?? 0;
  };
  await first.window.keyboard.press('PageDown');
  await expect(progress(first.window)).toHaveAttribute('aria-valuetext', /^[1-9]/);
  // Scrolling is drawn out; the frame reports four times a second.
  let before = -1;
  await expect
    .poll(async () => {
      const last = before;
      before = await scrollOf(first.window);
      return before > 100 && before === last;
    })
    .toBe(true);
  await first.window.waitForTimeout(300);
  // Closed before the window writes its next note of the place: that is written on leaving.
  await first.quit();

  const { window } = await start();
  await window.getByRole('link', { name: /^Everything/ }).click();
  await open(window, 'The Old Mill');
  // By the words at the top edge, hence to the line.
  await expect.poll(async () => Math.abs((await scrollOf(window)) - before)).toBeLessThan(80);
});

test('a second instance hands its files over and ends, and the window of the first comes to the front', async ({
  start,
  startSecond,
  folders,
}) => {
  const { app, window } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const second = await startSecond(writePage(folders, 'mill', 'The Old Mill', 'zeppelin'));
  expect(second.code).toBe(0);
  await expect(row(window, 'The Old Mill')).toBeVisible();
  expect(
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((one) => one.isVisible()),
    ),
  ).toEqual([true]);
});

test('a second instance with another library is told that one is open', async ({
  start,
  startSecond,
  folders,
}) => {
  const { app, window } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  await app.evaluate(({ dialog }) => {
    const said: unknown[] = [];
    Object.assign(globalThis, { said });
    Object.assign(dialog, { showMessageBox: async (options: unknown) => void said.push(options) });
  });
  const page = writePage(folders, 'mill', 'The Old Mill', 'zeppelin');
  await startSecond(page, '--library', `${folders.library}-other`);
  const said = () =>
    app.evaluate(() => (globalThis as unknown as { said: { detail: string }[] }).said);
  await expect.poll(said).toHaveLength(1);
  expect((await said())[0]?.detail).toContain(`${folders.library}-other`);
  await expect(row(window, 'The Old Mill')).toHaveCount(0);
});

test('a window whose process dies comes back', async ({ start }) => {
  const { app, window, log } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  const back = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((done) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => done(contents.getURL()));
        contents?.forcefullyCrashRenderer();
      }),
  );
  expect(await back).toMatch(/^app:\/\/lectern\//);
  expect(log()).toMatch(/window: its process is gone/);
  // The page that comes back asks for ports of its own, and the library answers on them.
  await expect.poll(() => log().match(/library\.info ok/g)?.length).toBeGreaterThan(1);
});

test('the right mouse button offers what can be done there', async ({ start }) => {
  const { app } = await start();
  const offered = await app.evaluate(({ BrowserWindow, Menu }) => {
    const menus: string[][] = [];
    const before = Menu.buildFromTemplate;
    Menu.buildFromTemplate = (template) => {
      menus.push(template.map(({ role, label, type }) => String(role ?? label ?? type)));
      return { popup: () => undefined } as unknown as Electron.Menu;
    };
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const nothing = {
      x: 0,
      y: 0,
      editFlags: {},
      isEditable: false,
      linkURL: '',
      mediaType: 'none',
      selectionText: '',
      dictionarySuggestions: [],
    };
    for (const under of [
      {},
      { isEditable: true },
      { selectionText: 'words' },
      { linkURL: 'https://example.org/' },
      { linkURL: 'javascript:alert(1)' },
      { mediaType: 'image' },
    ]) {
      contents?.emit('context-menu', {}, { ...nothing, ...under });
    }
    Menu.buildFromTemplate = before;
    return menus;
  });
  expect(offered).toEqual([
    ['undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'separator', 'selectAll'],
    ['copy'],
    ['Open Link in Browser', 'Copy Link'],
    ['Copy Image'],
  ]);
});
