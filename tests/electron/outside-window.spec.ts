// What the app does outside of its window once somebody has asked for it: the icon in the tray, the key that works everywhere, and
// word of long work. That it is off before, and that the choice is kept, habits.spec.ts says.
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Lectern, test } from '../support/electron-app.ts';

const WELCOME = 'Welcome to Lectern';
const row = (window: Page, title: string) => window.getByRole('row').filter({ hasText: title });

async function atSettings(start: () => Promise<Lectern>): Promise<Lectern> {
  const lectern = await start();
  await expect(row(lectern.window, WELCOME)).toBeVisible();
  await lectern.window.keyboard.press('Control+,');
  return lectern;
}

async function toggle(window: Page, name: string, isOn: boolean): Promise<void> {
  const one = window.getByRole('switch', { name });
  await one.focus();
  await window.keyboard.press('Space');
  await expect(one).toBeChecked({ checked: isOn });
}

const windowsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

/** Notes each icon that is put into the tray, and its menu: no test can press on the system's own. */
const watchTray = (app: ElectronApplication) =>
  app.evaluate(({ Tray }) => {
    const icons: Electron.Tray[] = [];
    const menus: Electron.Menu[] = [];
    Object.assign(globalThis, { icons, menus });
    const before = Tray.prototype.setContextMenu;
    Tray.prototype.setContextMenu = function (menu) {
      icons.push(this);
      if (menu) menus.push(menu);
      before.call(this, menu);
    };
  });
type Watched = { icons: Electron.Tray[]; menus: Electron.Menu[] };

const iconsOf = (app: ElectronApplication) =>
  app.evaluate(
    () => (globalThis as unknown as Watched).icons.filter((icon) => !icon.isDestroyed()).length,
  );

const chooseInTray = (app: ElectronApplication, label: string) =>
  app.evaluate((_electron, wanted) => {
    const items = (globalThis as unknown as Watched).menus.flatMap((menu) => menu.items);
    items.find((item) => item.label === wanted)?.click();
  }, label);

test('with an icon in the tray the app stays without a window, comes back and ends by it', async ({
  start,
}) => {
  const { app, window } = await atSettings(start);
  await watchTray(app);
  await toggle(window, 'Icon in the tray', true);
  expect(await iconsOf(app)).toBe(1);

  await closeWindow(app);
  await expect.poll(() => windowsOf(app)).toBe(0);
  const opened = app.waitForEvent('window');
  await chooseInTray(app, 'Open Lectern');
  await expect(row(await opened, WELCOME)).toBeVisible();
  expect(await windowsOf(app)).toBe(1);

  const ended = app.waitForEvent('close');
  await chooseInTray(app, 'Quit');
  await ended;
});

test('without one the app ends with its window', async ({ start }) => {
  const { app, window } = await atSettings(start);
  await watchTray(app);
  await toggle(window, 'Icon in the tray', true);
  await toggle(window, 'Icon in the tray', false);
  expect(await iconsOf(app)).toBe(0);
  const ended = app.waitForEvent('close');
  await closeWindow(app);
  await ended;
});

test('the key that works everywhere asks about the copied link, until it is given back', async ({
  start,
}) => {
  const { app, window } = await atSettings(start);
  await app.evaluate(({ clipboard, globalShortcut }) => {
    void clipboard.writeText('https://page.example/copied');
    // The system's keys are not a test's to press: what it would call is noted.
    const keys = new Map<string, () => void>();
    Object.assign(globalThis, { keys });
    Object.assign(globalShortcut, {
      register: (key: string, press: () => void) => Boolean(keys.set(key, press)),
      unregister: (key: string) => void keys.delete(key),
    });
  });
  const press = () =>
    app.evaluate(() => {
      const { keys } = globalThis as unknown as { keys: Map<string, () => void> };
      for (const one of keys.values()) one();
      return [...keys.keys()];
    });
  await toggle(window, 'Clip the copied link from anywhere', true);
  expect(await press()).toEqual(['CommandOrControl+Alt+Shift+C']);
  const dialog = window.getByRole('dialog', { name: 'Clip this page?' });
  await expect(dialog).toContainText('https://page.example/copied');
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await toggle(window, 'Clip the copied link from anywhere', false);
  expect(await press()).toEqual([]);
});

/** Enough for an import that is told of more than once. */
const ROWS = 1500;

test('of work that took long one is told where one wanted to be, and only while looking elsewhere', async ({
  start,
  folders,
}) => {
  const { app, window } = await atSettings(start);
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const shown: string[] = [];
    const state = { isLookedAt: false, shown };
    Object.assign(globalThis, state, { state });
    Object.assign(BrowserWindow.getAllWindows()[0] ?? {}, { isFocused: () => state.isLookedAt });
    Notification.isSupported = () => true;
    Notification.prototype.show = function () {
      shown.push(`${this.title}: ${this.body}`);
    };
  });
  type State = { state: { isLookedAt: boolean; shown: string[] } };
  const shown = () => app.evaluate(() => (globalThis as unknown as State).state.shown);
  const look = (isLookedAt: boolean) =>
    app.evaluate((_electron, looked) => {
      (globalThis as unknown as State).state.isLookedAt = looked;
    }, isLookedAt);
  // A clock on which an import of a second is long work.
  await window.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() * 10_000;
  });
  async function importRows(round: string): Promise<void> {
    const rows = Array.from(
      { length: ROWS },
      (_, at) => `https://${round}.example/${at},Row ${at}`,
    );
    const table = folders.write(`${round}.csv`, `url,title\n${rows.join('\n')}\n`);
    await window.keyboard.press('Shift+I');
    const chooser = window.waitForEvent('filechooser');
    await window.getByRole('button', { name: 'Choose a file…' }).click();
    await (await chooser).setFiles(table);
    await window.getByText('Fetch the 1,500 pages').click();
    await window.getByRole('button', { name: 'Import 1,500 articles' }).click();
    await expect(window.getByText('1,500 imported')).toBeVisible({ timeout: 60_000 });
    await window.getByRole('button', { name: 'Back to import and export' }).click();
  }

  await importRows('unwanted');
  await window.keyboard.press('Control+,');
  await toggle(window, 'Tell when long work is done', true);
  await look(true);
  await importRows('looked-at');
  expect(await shown()).toEqual([]);

  await look(false);
  await importRows('elsewhere');
  // A kind and a number, and nothing of what is read.
  await expect.poll(shown).toEqual(['The import is done: 1,500 articles']);
});
