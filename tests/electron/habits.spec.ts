// Habits of a good citizen of the desktop, in the real app: zoom and themes, sleep and the end of the day, what it does outside its
// window only when asked to, and what it says of itself.
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Folders, test } from '../support/electron-app.ts';

const WELCOME = 'Welcome to Lectern';
const row = (window: Page, title: string) => window.getByRole('row').filter({ hasText: title });

const stateOf = (folders: Folders) =>
  JSON.parse(readFileSync(join(folders.userData, 'window.json'), 'utf8')) as Record<
    string,
    unknown
  >;

const ground = (window: Page) =>
  window.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('the zoom is the same after a restart', async ({ start, folders }) => {
  const zoom = (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel(),
    );
  const first = await start();
  await expect(row(first.window, WELCOME)).toBeVisible();
  expect(await zoom(first.app)).toBe(0);
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(1.5),
  );
  await first.quit();
  // Chromium knows it as well, among what may be thrown away at any time.
  for (const name of readdirSync(folders.userData)) {
    if (name !== 'window.json') rmSync(join(folders.userData, name), { recursive: true });
  }
  const second = await start();
  await expect(row(second.window, WELCOME)).toBeVisible();
  await expect.poll(() => zoom(second.app)).toBe(1.5);
});

test('theme and contrast of the system are followed while the window is open', async ({
  start,
}) => {
  const { app, window } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  const system = (theme: 'light' | 'dark') =>
    app.evaluate(({ nativeTheme }, chosen) => {
      nativeTheme.themeSource = chosen;
    }, theme);
  // Left to itself, Playwright has every page in light colours.
  await window.emulateMedia({ colorScheme: null });
  await system('light');
  const light = await ground(window);
  await system('dark');
  await expect.poll(() => ground(window)).not.toBe(light);
  // What shows behind the page while the window is being enlarged.
  const behind = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor());
  await expect.poll(behind).toBe('#1B1A18');

  const line = () =>
    window.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--line'));
  const usual = await line();
  await window.emulateMedia({ contrast: 'more' });
  await expect.poll(line).not.toBe(usual);
});

test('what is not written yet is written before the computer sleeps', async ({
  start,
  folders,
}) => {
  const { app, window, log } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  await app.evaluate(({ BrowserWindow, powerMonitor }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 90, y: 70, width: 801, height: 602 });
    powerMonitor.emit('suspend');
  });
  expect(stateOf(folders)).toMatchObject({ bounds: { width: 801, height: 602 } });
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  expect(log()).toContain('computer: awake again');
  await expect(row(window, WELCOME)).toBeVisible();
});

test('a shutdown waits until all is written', async ({ start, folders }) => {
  const { app, window, log } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  const ended = app.waitForEvent('close');
  const isHeld = await app.evaluate(({ powerMonitor }) => {
    let held = false;
    const preventDefault = () => {
      held = true;
    };
    powerMonitor.emit('shutdown', { preventDefault });
    return held;
  });
  expect(isHeld).toBe(true);
  await ended;
  expect(log()).toMatch(/library: process ended with code 0 as asked/);
  expect(existsSync(join(folders.library, 'library.sqlite-wal'))).toBe(false);
});

test('tray, key and notifications are off, and on once they are asked for', async ({
  start,
  folders,
}) => {
  const { app, window, quit } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  const isRegistered = () =>
    app.evaluate(({ globalShortcut }) =>
      globalShortcut.isRegistered('CommandOrControl+Alt+Shift+C'),
    );
  expect(await isRegistered()).toBe(false);

  await window.keyboard.press('Control+,');
  const toggle = (name: string) => window.getByRole('switch', { name });
  for (const name of [
    'Icon in the tray',
    'Clip the copied link from anywhere',
    'Tell when long work is done',
  ]) {
    await expect(toggle(name)).not.toBeChecked();
    await toggle(name).focus();
    await window.keyboard.press('Space');
    await expect(toggle(name)).toBeChecked();
  }
  expect(await isRegistered()).toBe(true);
  // Written a moment later.
  await expect(() =>
    expect(stateOf(folders)).toMatchObject({
      switches: { tray: true, globalShortcut: true, notifications: true },
    }),
  ).toPass();

  // With the tray, the app stays when its window goes.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => app.windows().length).toBe(0);
  expect(await isRegistered()).toBe(true);
  await quit();

  // Once the window is there.
  const again = await start();
  await expect(async () =>
    expect(
      await again.app.evaluate(({ globalShortcut }) =>
        globalShortcut.isRegistered('CommandOrControl+Alt+Shift+C'),
      ),
    ).toBe(true),
  ).toPass();
});

test('diagnostics say versions and what was logged, and nothing of what is read', async ({
  start,
  folders,
}) => {
  const page = folders.write(
    'secret-file.html',
    '<title>Secret Title</title><link rel="canonical" href="https://secret.example/page"><p>Secret words, several of them.</p>',
  );
  const { app, window } = await start(page, `${page}.gone`);
  await expect(row(window, 'Secret Title')).toBeVisible();
  await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('copy-diagnostics')?.click(),
  );
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toMatch(/^Lectern: \d/);
  const text = await copied();
  expect(text).toContain('Electron: ');
  expect(text).toContain('Library: open');
  expect(text).toContain('library: open');
  expect(text).not.toMatch(/secret/i);
  expect(text).not.toContain(folders.library);
});

test('crashes are kept on this computer, a few of the newest, and sent to nobody', async ({
  start,
  folders,
}) => {
  const dumps = join(folders.userData, 'Crashpad');
  for (let age = 0; age < 7; age++) {
    const file = folders.write(`../state/Crashpad/of-${age}-hours-ago.dmp`, 'memory');
    const at = new Date(Date.now() - age * 3_600_000);
    utimesSync(file, at, at);
  }
  const kept = () =>
    readdirSync(dumps, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.dmp'),
    );
  const { app, window, log } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  await expect
    .poll(() => kept().toSorted())
    .toEqual([0, 1, 2, 3, 4].map((age) => `of-${age}-hours-ago.dmp`));
  expect(await app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false);
  expect(log()).not.toContain('crash');

  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(() => kept().length).toBe(6);
  expect(log()).toMatch(/window: its process is gone/);
});

test('elsewhere than on macOS no spelling is checked: its dictionaries would come from a network', async ({
  start,
}) => {
  const { app } = await start();
  const checks = await app.evaluate(({ session }) =>
    [session.defaultSession, session.fromPartition('made-by-a-test')].map((one) =>
      one.isSpellCheckerEnabled(),
    ),
  );
  expect(checks).toEqual(checks.map(() => process.platform === 'darwin'));
});
