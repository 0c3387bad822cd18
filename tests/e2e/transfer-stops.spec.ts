// What takes its time on the way in and out: how far it is, stopping it, going on, taking it back; and the report of what could not come
// in.
import { readFile } from 'node:fs/promises';
import { expect, test } from './test.ts';

/** So many that one can stop them. */
const ROWS = 10_000;
const SAID = ROWS.toLocaleString('en');

/** The last row breaks off. */
const POCKET = [
  'title,url,time_added,tags,status',
  ...Array.from(
    { length: ROWS },
    (_, at) => `On tide ${at},https://example.org/tides/${at},${1_684_913_346 + at},sea,unread`,
  ),
  '"On pilots, which nobody has',
].join('\n');

test('an import is stopped and goes on, an export and Undo as well, and what could not come in is told', {
  tag: '@slow',
}, async ({ lectern, page }) => {
  await page.keyboard.press('Shift+I');
  const chooser = page.waitForEvent('filechooser');
  await lectern.button('Choose a file…').click();
  await (await chooser).setFiles([
    { name: 'part_000000.csv', mimeType: 'text/csv', buffer: Buffer.from(POCKET) },
  ]);
  const plan = page.getByRole('region', { name: 'part_000000.csv' });
  await expect(plan.getByText('1 entry cannot be read')).toBeVisible();
  await plan.getByText(`Fetch the ${SAID} pages`).click();
  await plan.getByRole('button', { name: `Import ${SAID} articles` }).click();

  const bar = page.getByRole('progressbar', { name: 'Importing' });
  await expect(bar).toHaveAttribute('max', String(ROWS + 1));
  await expect(bar).not.toHaveAttribute('value', '0');
  await lectern.button('Stop').click();
  await expect(page.getByText(/^Stopped at [\d,]+ of 10,001 · [\d,]+ imported$/)).toBeVisible();
  await expect(bar).toBeHidden();
  await lectern.button('Go on').click();
  await expect(page.getByText(`${SAID} imported · 1 failed`)).toBeVisible({ timeout: 60_000 });

  await page.locator('label').filter({ hasText: 'Failed' }).click();
  const report = page.getByRole('list', { name: 'Rows of the report' });
  await expect(report.getByRole('article')).toHaveCount(1);
  await expect(report.getByText(/^A quotation mark in this row is never closed/)).toBeVisible();
  const saved = page.waitForEvent('download');
  await lectern.button('Save the report as CSV…').click();
  const table = (await readFile(await (await saved).path(), 'utf8')).trimEnd().split('\n');
  expect(table).toHaveLength(ROWS + 2);
  expect(table.at(-1)).toMatch(
    /^"part_000000\.csv, row 10002",failed,,,"A quotation mark in this row is never closed, so/,
  );

  await lectern.button('Back to import and export').click();
  await lectern.button('Export everything').click();
  await lectern.dialog.getByText('JSON', { exact: true }).click();
  await lectern.dialog.getByRole('button', { name: 'Download' }).click();
  const out = lectern.dialog.getByRole('progressbar');
  await expect(out).toHaveAttribute('max', String(ROWS + 1));
  await lectern.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(out).toBeHidden();
  // Nothing came of it, and it can be begun anew.
  const all = page.waitForEvent('download');
  await lectern.dialog.getByRole('button', { name: 'Download' }).click();
  const { articles } = JSON.parse(await readFile(await (await all).path(), 'utf8'));
  expect(articles).toHaveLength(ROWS + 1);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: /part_000000\.csv/ }).click();
  await lectern.button('Undo this import').click();
  const changing = page.getByRole('region', { name: 'Changing articles' });
  await expect(changing.getByRole('progressbar')).toHaveAttribute('max', String(ROWS));
  await changing.getByRole('button', { name: 'Stop' }).click();
  await expect(changing).toBeHidden();
  // What was taken back by then stays so.
  const left = async () =>
    Number((await lectern.place('Everything').textContent())?.replace(/\D/g, ''));
  await expect.poll(left).toBeLessThan(ROWS + 1);
  expect(await left()).toBeGreaterThan(1);
  await lectern.button('Undo this import').click();
  await expect(page.getByText('Undone', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(lectern.place('Everything')).toHaveText('Everything1');
});
