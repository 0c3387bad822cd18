// The watched folder as a person has it: chosen in the settings, filled by a browser that writes a page in pieces, moved out of the
// way, and still watched after a restart.
import { appendFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Lectern, test } from '../support/electron-app.ts';
import { png } from '../support/pictures.ts';
import { articlePage } from '../support/sample-pages.ts';

const row = (window: Page, title: string) => window.getByRole('row').filter({ hasText: title });
const region = (window: Page) => window.getByRole('region', { name: 'Clipping', exact: true });
const showSettings = (window: Page) => window.keyboard.press('Control+,');

async function atEverything(start: () => Promise<Lectern>): Promise<Lectern> {
  const lectern = await start();
  await expect(row(lectern.window, 'Welcome to Lectern')).toBeVisible();
  await lectern.window.getByRole('link', { name: /^Everything/ }).click();
  return lectern;
}

/** In the place of the system's dialog, which no test can press. */
const answerFolderDialog = ({ app }: Lectern, dir: string) =>
  app.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, {
      showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }),
    });
  }, dir);

test('a folder that is chosen is watched: what is saved there in pieces is clipped once whole, moved, and also after a restart', async ({
  start,
  folders,
}) => {
  const first = await atEverything(start);
  const { window } = first;
  // Saved before anybody watched.
  const downloads = dirname(
    folders.write('downloads/early.html', articlePage('The early page', 'It was here before.')),
  );
  await answerFolderDialog(first, downloads);
  await showSettings(window);
  await region(window).getByRole('button', { name: 'Choose a folder' }).click();
  await expect(region(window)).toContainText(downloads);
  await expect(region(window)).toContainText('1 page clipped');
  await region(window)
    .getByRole('combobox', { name: 'A page that was clipped' })
    .selectOption('Goes into a folder “Clipped” beside it');

  // As a browser saves it: the folder of its files first, then the page, bit by bit.
  mkdirSync(join(downloads, 'mill_files'));
  folders.write('downloads/mill_files/wheel.png', png(320, 200));
  const whole = articlePage(
    'The mill',
    'A zephyr turned it. <img src="mill_files/wheel.png" alt="The wheel" width="320" height="200">',
  );
  folders.write('downloads/mill.html', '');
  const part = Math.ceil(whole.length / 8);
  for (let at = 0; at < whole.length; at += part) {
    appendFileSync(join(downloads, 'mill.html'), whole.slice(at, at + part));
    await window.waitForTimeout(400);
  }
  folders.write('downloads/notes.txt', 'No page: a folder of downloads has many such.');
  folders.write('downloads/broken.webarchive', 'bplist00 and nothing more');
  await expect(region(window)).toContainText('2 pages clipped');
  await expect(region(window).getByRole('region', { name: /^Could not be clipped/ })).toContainText(
    'broken.webarchive',
  );

  if (process.env.SHOTS) await window.screenshot({ path: `${process.env.SHOTS}/watch.png` });
  await window.getByRole('link', { name: /^Everything/ }).click();
  await row(window, 'The mill').click();
  const frame = window.frameLocator('iframe[title^="Article:"]').getByRole('main');
  await expect(frame.getByText('A zephyr turned it.')).toBeVisible();
  await expect
    .poll(() =>
      frame
        .getByRole('button', { name: 'The wheel' })
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(320);
  // What was clipped before that was chosen stays, and so do what could not be, and what is no page.
  await expect
    .poll(() => readdirSync(join(downloads, 'Clipped')).toSorted())
    .toEqual(['mill.html', 'mill_files']);
  expect(readdirSync(downloads).toSorted()).toEqual([
    'Clipped',
    'broken.webarchive',
    'early.html',
    'notes.txt',
  ]);
  await first.quit();

  folders.write('downloads/late.html', articlePage('The late page', 'Saved while it was closed.'));
  const second = await atEverything(start);
  await expect(row(second.window, 'The late page')).toBeVisible();
  await expect.poll(() => existsSync(join(downloads, 'Clipped', 'late.html'))).toBe(true);
  await expect(row(second.window, 'The mill')).toHaveCount(1);
  await expect(row(second.window, 'The early page')).toHaveCount(1);

  await showSettings(second.window);
  await region(second.window).getByRole('button', { name: 'Watch no more' }).click();
  await expect(region(second.window)).not.toContainText(downloads);
  await expect(region(second.window)).not.toContainText('broken.webarchive');
});
