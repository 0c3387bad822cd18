// How the desktop app starts: its arguments, one instance at a time, and the window at its old place.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Lectern, runElectron, test } from '../support/electron-app.ts';

const packageFile = resolve(import.meta.dirname, '..', '..', 'package.json');
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

test('--version and --help answer and end, a mistake is said', async () => {
  expect(await runElectron(['--version'])).toMatchObject({ code: 0, output: `${version}\n` });
  const help = await runElectron(['--help']);
  expect(help.code).toBe(0);
  expect(help.output).toContain('--library DIR');
  expect(await runElectron(['--library'])).toMatchObject({
    code: 2,
    output: '',
    // Electron may have words of its own there.
    errors: expect.stringMatching(/^invalid_input: --library needs a folder\.$/m),
  });
});

/** What the one window is, and how it would look before its page is there. */
const windowOf = ({ app }: Lectern) =>
  app.evaluate(({ BrowserWindow, nativeTheme }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      bounds: window?.getNormalBounds(),
      isFullScreen: window?.isFullScreen(),
      ground: window?.getBackgroundColor(),
      theme: nativeTheme.themeSource,
    };
  });

test('the window comes back at its old place, in its old theme', async ({ start, folders }) => {
  const bounds = { x: 150, y: 90, width: 900, height: 640 };
  const first = await start();
  await first.app.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
    bounds,
  );
  await first.window.keyboard.press('Control+,');
  await first.window.getByRole('radio', { name: 'Dark' }).focus();
  await first.window.keyboard.press('Space');
  await expect.poll(async () => (await windowOf(first)).theme).toBe('dark');
  await first.quit();
  expect(JSON.parse(readFileSync(join(folders.userData, 'window.json'), 'utf8'))).toMatchObject({
    bounds,
    maximised: false,
    theme: 'dark',
  });

  expect(await windowOf(await start())).toEqual({
    bounds,
    isFullScreen: false,
    ground: '#1B1A18',
    theme: 'dark',
  });
});

test('a window that filled the screen does so again, and knows its place for when it does not', async ({
  start,
}) => {
  // Enlarging it is a window manager's to do, of which a display of a test has none; the whole screen it takes itself.
  const first = await start();
  const { bounds } = await windowOf(first);
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setFullScreen(true),
  );
  await first.quit();
  const second = await start();
  expect(await windowOf(second)).toMatchObject({ bounds, isFullScreen: true });
});

test('a window that was left on a screen that is gone opens on this one', async ({
  start,
  folders,
}) => {
  folders.write(
    '../state/window.json',
    JSON.stringify({ bounds: { x: 90_000, y: 90_000, width: 800, height: 600 }, theme: 'dark' }),
  );
  const { app } = await start();
  const { screen, bounds, theme } = await app.evaluate(
    ({ BrowserWindow, nativeTheme, screen: screens }) => ({
      screen: screens.getPrimaryDisplay().workArea,
      bounds: BrowserWindow.getAllWindows()[0]?.getBounds() ?? null,
      theme: nativeTheme.themeSource,
    }),
  );
  expect(theme).toBe('dark');
  expect(bounds).toMatchObject({ width: 800, height: 600 });
  expect((bounds?.x ?? 0) + 800).toBeLessThanOrEqual(screen.x + screen.width);
  expect((bounds?.y ?? 0) + 600).toBeLessThanOrEqual(screen.y + screen.height);
});
