// Highlights saved to a file of the desktop: where the person says, whole or not at all.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from '../support/electron-app.ts';
import { answerSaveDialog } from '../support/save-dialog.ts';

const WORDS = 'The tide keeps its own time';

test('highlights are saved to a file; a dialog that is cancelled and a place that takes none are told apart', async ({
  start,
  folders,
}) => {
  const page = folders.write(
    'tide.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tides</title><body><article><h1>Tides</h1>
    <p>${WORDS}, and the pilot knows it better than the harbour master, who only reads the tables.</p>
    <p>At night the harbour is quiet, and the lamps on the pier are the only thing that moves.</p></article></body></html>`,
  );
  const lectern = await start(page);
  const { window } = lectern;
  await window.getByRole('row').filter({ hasText: 'Tides' }).click();
  const frame = window.frameLocator('iframe[title^="Article:"]');
  const paragraph = frame.getByText(WORDS);
  await expect(paragraph).toBeVisible();
  await paragraph.evaluate((element, length) => {
    const text = element.firstChild;
    if (text) getSelection()?.setBaseAndExtent(text, 0, text, length);
  }, WORDS.length);
  await paragraph.press('h');
  await expect.poll(() => paragraph.evaluate(() => CSS.highlights.get('hl-yellow')?.size)).toBe(1);

  await window.getByRole('link', { name: 'Highlights' }).click();
  const save = async (ending: string) => {
    await window.getByRole('button', { name: 'Copy or export 1 highlight' }).click();
    await window.getByRole('menuitem', { name: `Save highlights.${ending}` }).click();
  };
  const file = folders.write('saved/mine.md', 'what was there before');
  const asked = await answerSaveDialog(lectern, file);
  await save('md');
  await expect(window.getByText('Saved as “mine.md”')).toBeVisible();
  expect((await asked()).map((path) => basename(path))).toEqual(['highlights.md']);
  expect(readFileSync(file, 'utf8')).toContain(`> ${WORDS}`);

  const cancelled = await answerSaveDialog(lectern, null);
  await save('csv');
  await expect
    .poll(async () => (await cancelled()).map((path) => basename(path)))
    .toEqual(['highlights.csv']);
  await expect(window.getByText('was not saved')).toHaveCount(0);
  // A folder stands where the file should be.
  await answerSaveDialog(lectern, dirname(folders.write('saved/taken.json/x', '')));
  await save('json');
  await expect(window.getByText('“taken.json” was not saved')).toBeVisible();
  expect(readdirSync(dirname(file)).toSorted()).toEqual(['mine.md', 'taken.json']);
});
