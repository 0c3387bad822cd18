// In and out by the desktop: a file is read where it lies, an export is written where the person says.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from '../support/electron-app.ts';
import { answerSaveDialog } from '../support/save-dialog.ts';

test('a list of bookmarks comes in from its place, and goes out to another', async ({
  start,
  folders,
}) => {
  const lectern = await start();
  const { window } = lectern;
  await window.keyboard.press('Shift+I');
  const chooser = window.waitForEvent('filechooser');
  await window.getByRole('button', { name: 'Choose a file…' }).click();
  const bookmarks = folders.write(
    'bookmarks.html',
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>
    <DL><p><DT><A HREF="https://example.org/tides" ADD_DATE="1684913347">On tides</A></DL>`,
  );
  await (await chooser).setFiles(bookmarks);
  await window.getByText('Fetch the page that comes without text').click();
  await window.getByRole('button', { name: 'Import 1 article' }).click();
  await expect(window.getByText('1 imported')).toBeVisible();
  await window.getByRole('link', { name: 'On tides' }).click();
  await expect(window.getByText('The text of this page is not in your library yet.')).toBeVisible();

  await window.keyboard.press('Shift+E');
  const dialog = window.locator('section[role="dialog"]');
  await dialog.getByText('Bookmarks', { exact: true }).click();
  const cancelled = await answerSaveDialog(lectern, null);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect
    .poll(async () => (await cancelled()).map((path) => basename(path)))
    .toEqual(['On tides.html']);
  const file = folders.write('out/mine.html', 'what was there before');
  await answerSaveDialog(lectern, file);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('https://example.org/tides');
});

/** So many that one can stop them on their way out. */
const ROWS = 10_000;

test('what lies in the place of an export stays until all of it is written, and where it is cancelled', async ({
  start,
  folders,
}) => {
  const lectern = await start();
  const { window } = lectern;
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `https://example.org/tides/${at},On tide ${at}`,
  );
  const table = folders.write('tides.csv', `url,title\n${rows.join('\n')}\n`);
  await window.keyboard.press('Shift+I');
  const chooser = window.waitForEvent('filechooser');
  await window.getByRole('button', { name: 'Choose a file…' }).click();
  await (await chooser).setFiles(table);
  await window.getByText('Fetch the 10,000 pages').click();
  await window.getByRole('button', { name: 'Import 10,000 articles' }).click();
  await expect(window.getByText('10,000 imported')).toBeVisible({ timeout: 60_000 });

  await window.getByRole('button', { name: 'Back to import and export' }).click();
  await window.getByRole('button', { name: 'Export everything' }).click();
  const dialog = window.locator('section[role="dialog"]');
  await dialog.getByText('JSON', { exact: true }).click();
  const file = folders.write('out/mine.json', 'what was there before');
  await answerSaveDialog(lectern, file);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  const bar = dialog.getByRole('progressbar');
  await expect(bar).toHaveAttribute('max', String(ROWS + 1));
  expect(readFileSync(file, 'utf8')).toBe('what was there before');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar).toBeHidden();
  await expect.poll(() => readdirSync(dirname(file))).toEqual(['mine.json']);
  expect(readFileSync(file, 'utf8')).toBe('what was there before');

  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible({
    timeout: 60_000,
  });
  expect(readdirSync(dirname(file))).toEqual(['mine.json']);
  expect(JSON.parse(readFileSync(file, 'utf8')).articles).toHaveLength(ROWS + 1);
});
