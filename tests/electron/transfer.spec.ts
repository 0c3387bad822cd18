// In and out by the desktop: a file is read where it lies, an export is written where the person says.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
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
