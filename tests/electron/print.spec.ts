// Printing in the desktop: a PDF of the whole article, the system's dialog, and no window left behind by either.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, type Folders, type Lectern, test } from '../support/electron-app.ts';
import { linksOf, pagesOf } from '../support/pdf.ts';
import { answerSaveDialog } from '../support/save-dialog.ts';

const LAST = 'https://example.org/the-last-line';
const paragraph =
  '<p>On this evening the wheel of the old mill turned slowly, and nobody spoke, since all of them had heard the news from the town, and none of them knew what to say about it.</p>';
const TITLE = '../../etc/passwd “A <Mill>?” \u202efdp.exe';
const escaped = TITLE.replaceAll('<', '&lt;');

/** @returns the path of a page that fills several sheets */
const writePage = (folders: Folders) =>
  folders.write(
    'mill.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped}</title><body><article>
    <h1>${escaped}</h1>${paragraph.repeat(120)}<p>Here it <a href="${LAST}">ends</a>.</p></article></body></html>`,
  );

async function openMill({ window }: Lectern): Promise<void> {
  await window.getByRole('row').filter({ hasText: 'passwd' }).click();
  const frame = window.frameLocator('iframe[title^="Article:"]');
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
}

const windowsOf = ({ app }: Lectern) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

const chooseMenu = ({ app }: Lectern, id: string) =>
  app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);

test('an article is saved as PDF, all of it, under a name without harm', async ({
  start,
  folders,
}) => {
  const lectern = await start(writePage(folders));
  const { window } = lectern;
  await openMill(lectern);
  const file = folders.write('saved/mill.pdf', 'what was there before');
  const asked = await answerSaveDialog(lectern, file);
  await chooseMenu(lectern, 'save-pdf');
  await expect(window.getByText('Saved as “mill.pdf”')).toBeVisible({ timeout: 60_000 });

  const [proposed = ''] = await asked();
  expect(basename(proposed)).toBe('etc passwd “A Mill ” fdp.exe.pdf');
  const pdf = readFileSync(file);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pagesOf(pdf)).toBeGreaterThanOrEqual(6);
  expect(pagesOf(pdf)).toBeLessThanOrEqual(14);
  expect(linksOf(pdf)).toContain(LAST);
  expect(readdirSync(dirname(file))).toEqual(['mill.pdf']);
  expect(await windowsOf(lectern)).toBe(1);
});

test('a dialog that is cancelled saves nothing and says nothing; a place that takes no file is said', async ({
  start,
  folders,
}) => {
  const lectern = await start(writePage(folders));
  const { window } = lectern;
  await openMill(lectern);
  const asked = await answerSaveDialog(lectern, null);
  await window.keyboard.press('ControlOrMeta+Shift+p');
  await expect.poll(async () => (await asked()).length).toBe(1);
  await expect(window.getByRole('alertdialog')).toHaveCount(0);

  // A folder stands where the file should be.
  const inTheWay = dirname(folders.write('taken.pdf/x', ''));
  await answerSaveDialog(lectern, inTheWay);
  await window.keyboard.press('ControlOrMeta+Shift+p');
  const toast = window.getByRole('alertdialog');
  await expect(toast).toContainText('This article was not saved as PDF', { timeout: 60_000 });
  await expect(toast).toContainText('“taken.pdf” was not saved');
  expect(readdirSync(dirname(inTheWay)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(await windowsOf(lectern)).toBe(1);
});

test('the system’s print dialog is asked for the whole article, once, and its window goes', async ({
  start,
  folders,
}) => {
  const lectern = await start(writePage(folders));
  const { app, window } = lectern;
  await openMill(lectern);
  await app.evaluate(({ app: shell }) => {
    const printed: unknown[] = [];
    Object.assign(globalThis, { printed });
    type Done = (success: boolean, reason: string) => void;
    // The second time there is no printer.
    const note = async (contents: Electron.WebContents, done?: Done) => {
      const { preload, sandbox, contextIsolation } = (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      const seen = (await contents.executeJavaScript(
        '[document.querySelectorAll("#content p").length, self.origin, typeof globalThis.lectern]',
      )) as unknown[];
      printed.push([contents.getURL(), ...seen, preload ?? null, sandbox, contextIsolation]);
      if (printed.length === 1) done?.(false, 'Print job canceled');
      else done?.(false, 'Invalid printer settings');
    };
    shell.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        void note(contents, done);
      };
    });
  });
  const printed = () =>
    app.evaluate(() => (globalThis as unknown as { printed: unknown[][] }).printed);

  await window.keyboard.press('ControlOrMeta+p');
  await expect.poll(async () => (await printed()).length).toBe(1);
  expect((await printed())[0]).toEqual([
    expect.stringMatching(/^article:\/\/a\/print\/[0-9A-Z]{26}$/),
    121,
    'null',
    'undefined',
    null,
    true,
    true,
  ]);
  await expect.poll(() => windowsOf(lectern)).toBe(1);

  await chooseMenu(lectern, 'print');
  await expect(window.getByRole('alertdialog')).toContainText('This article was not printed');
  await expect.poll(() => windowsOf(lectern)).toBe(1);
});
