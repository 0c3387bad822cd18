// What only the desktop has, in the real window: its sections of the settings, and the question of a link from outside. Read by axe
// in every theme, narrow and wide; with SHOTS set to a folder, in pictures as well.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings } from '../support/axe.ts';
import { expect, type Lectern, test } from '../support/electron-app.ts';

const themes = ['Light', 'Sepia', 'Dark', 'Black'] as const;
/** The window is 420 px wide at least; less than that is one that is enlarged. */
const widths = [1440, 420, 320] as const;
const LEAST = 420;
const NONE = { axe: [], beyond: 0 };

const section = (window: Page, name: string) => window.getByRole('region', { name, exact: true });

async function resize({ app, window }: Lectern, width: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [outer, zoom]) => {
      const [only] = BrowserWindow.getAllWindows();
      only?.setBounds({ x: 0, y: 0, width: outer, height: 860 });
      only?.webContents.setZoomFactor(zoom);
    },
    [Math.max(width, LEAST), Math.max(1, LEAST / width)] as const,
  );
  await expect.poll(() => window.evaluate(() => innerWidth)).toBeLessThanOrEqual(width + 1);
}

/** By Electron: an enlarged page is cut off in the debugger's pictures. */
async function take({ app }: Lectern, name: string): Promise<void> {
  if (!process.env.SHOTS) return;
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return picture?.toPNG().toString('base64') ?? '';
  });
  writeFileSync(join(process.env.SHOTS, `${name}.png`), Buffer.from(png, 'base64'));
}

/** What axe finds, and by how much the page is wider than the window. */
async function faultsOf(window: Page): Promise<{ axe: unknown; beyond: number }> {
  const beyond = await window.evaluate(
    () => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth,
  );
  return { axe: await axeFindings(window), beyond: Math.max(0, beyond) };
}

/** Once it is drawn: on its way from one theme to the next a colour may be any. */
const expectNoFaults = (window: Page, where: string): Promise<void> =>
  expect(async () => expect(await faultsOf(window), where).toEqual(NONE)).toPass();

async function showSettings({ window }: Lectern): Promise<void> {
  await window.keyboard.press('Control+,');
  await expect(window.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
}

test('the settings of the desktop: axe finds nothing in any theme or width', async ({
  start,
  folders,
}) => {
  test.slow();
  const lectern = await start();
  const { window } = lectern;
  await expect(window.getByRole('row').first()).toBeVisible();
  await showSettings(lectern);
  await expect(section(window, 'Library')).toContainText(folders.library);
  await expect(section(window, 'On this computer').getByRole('switch')).toHaveCount(3);
  // A checkout, as a package of the system, is updated by whoever brought it, and says where the next one is.
  await expect(section(window, 'About')).toContainText('Updates come as a new package');
  const links = window.getByRole('main').getByRole('link', { name: /^Show / });
  const names = await links.evaluateAll((all) =>
    all.map((one) =>
      (one.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' '),
    ),
  );
  expect(new Set(names).size).toBe(3);

  for (const width of widths) {
    await resize(lectern, width);
    for (const theme of themes) {
      await window.getByRole('radio', { name: theme }).focus();
      await window.keyboard.press('Space');
      await expect(window.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
      await expectNoFaults(window, `${theme}, ${width} px`);
      await section(window, 'About').scrollIntoViewIfNeeded();
      await take(lectern, `settings-desktop-${theme.toLowerCase()}-${width}`);
    }
  }
});

test('the question of a link from outside: axe finds nothing in any theme or width', async ({
  start,
}) => {
  test.slow();
  const lectern = await start();
  const { app, window } = lectern;
  // While it comes, it is half seen through otherwise.
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await expect(window.getByRole('row').first()).toBeVisible();
  const dialog = window.getByRole('dialog', { name: 'Clip this page?' });
  for (const width of widths) {
    await resize(lectern, width);
    for (const theme of themes) {
      await showSettings(lectern);
      await window.getByRole('radio', { name: theme }).focus();
      await window.keyboard.press('Space');
      await app.evaluate(({ app: shell }) => {
        const link = `lectern:clip?url=${encodeURIComponent('http://\u0430pple.example/a/page?of=it')}`;
        shell.emit('open-url', { preventDefault: () => undefined }, link);
      });
      await expect(dialog).toBeVisible();
      await expectNoFaults(window, `${theme}, ${width} px`);
      await take(lectern, `deep-link-${theme.toLowerCase()}-${width}`);
      await window.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
  }
});
