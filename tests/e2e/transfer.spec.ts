// In and out by the window: an export of another service looked through, imported, read, taken back; articles going out.
import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { expect, type Page, test } from './test.ts';
import { pageOf } from './window.ts';

const POCKET = [
  'title,url,time_added,tags,status',
  'On harbours,https://example.org/harbours,1684913346,sea|boats,unread',
  'On tides,https://example.org/tides,1684913347,sea,archive',
  'On pilots,https://example.org/pilots,1684913348,,unread',
  'No page,javascript:alert(1),1684913349,,unread',
].join('\n');

const pocketZip = (): Buffer =>
  Buffer.from(zipSync({ 'part_000000.csv': new TextEncoder().encode(POCKET) }));

async function handOver(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await (await chooser).setFiles([{ name, mimeType: 'application/octet-stream', buffer }]);
}

test('what Pocket gave is looked through, joined with what is here, read and taken back', async ({
  lectern,
  host,
  page,
}) => {
  await lectern.clipPage('On harbours', '');
  await lectern.row('On harbours').click();
  await page.keyboard.press('F2');
  await lectern.dialog
    .getByRole('textbox', { name: 'Address' })
    .fill('https://example.org/harbours');
  await page.keyboard.press('Enter');
  await expect(lectern.dialog).toBeHidden();

  await page.keyboard.press('Shift+I');
  await handOver(page, 'holiday.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  await expect(page.getByText('“holiday.jpg” was not imported')).toBeVisible();
  await handOver(page, 'pocket.zip', pocketZip());
  const plan = page.getByRole('region', { name: 'pocket.zip' });
  await expect(plan.getByText('Pocket (CSV)')).toBeVisible();
  await expect(plan.getByText('is here already')).toBeVisible();
  await expect(plan.getByText('On pilots')).toBeVisible();
  // Nothing has changed so far.
  await expect(lectern.place('Everything')).toHaveText('Everything2');
  await plan.getByText('Fetch the 2 pages that come without text').click();
  await plan.getByRole('textbox', { name: /^Tag for all/ }).fill('from Pocket');
  await plan.getByRole('button', { name: /^Import 3 articles/ }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'pocket.zip' })).toBeVisible();
  await expect(page.getByText('2 imported · 1 merged · 1 skipped')).toBeVisible();
  await page.locator('label').filter({ hasText: 'Skipped' }).click();
  const report = page.getByRole('list', { name: 'Rows of the report' });
  await expect(report.getByRole('article')).toHaveCount(1);
  await expect(report.getByText(/row 5/)).toBeVisible();
  const download = page.waitForEvent('download');
  await lectern.button('Save the report as CSV…').click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('On tides');

  await page.locator('label').filter({ hasText: 'All' }).click();
  await report.getByRole('link', { name: 'On pilots' }).click();
  await expect(page.getByText('The text of this page is not in your library yet.')).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await lectern.button('Clip from a saved file…').click();
  await (await chooser).setFiles([
    {
      name: 'pilots.html',
      mimeType: 'text/html',
      buffer: Buffer.from(pageOf('On pilots', '<p>The pilot is out.</p>')),
    },
  ]);
  await lectern.shows('On pilots');
  await expect(lectern.frame.getByText('The pilot is out.')).toBeVisible();
  await page.keyboard.press('F2');
  await expect(lectern.dialog.getByText(/^Pocket \(CSV\), “pocket.zip”/).first()).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Shift+I');
  await page.getByRole('link', { name: /pocket\.zip/ }).click();
  await lectern.button('Undo this import').click();
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Articles that it brought are in the trash/)).toBeVisible();
  expect(await host.lectern('list', '--tag', 'from Pocket')).not.toContain('On harbours');
  await expect(lectern.place('Everything')).toHaveText('Everything2');
});

test('an article goes out as a table, a shelf as JSON, what is selected as bookmarks', {
  tag: '@slow',
}, async ({ lectern, page }) => {
  await lectern.clipPage('=On harbours', '');
  await lectern.open('=On harbours');
  await page.keyboard.press('Shift+E');
  await expect(lectern.dialog.getByRole('radio', { name: /^Markdown/ })).toBeChecked();
  const saved = async (form: string, name: string) => {
    await lectern.dialog.getByText(form, { exact: true }).click();
    const download = page.waitForEvent('download');
    await lectern.dialog.getByRole('button', { name: 'Download' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(name);
    await expect(lectern.dialog.getByText(/among your downloads/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(lectern.dialog).toBeHidden();
    return readFile(await file.path(), 'utf8');
  };
  const table = await saved('Table (CSV)', '=On harbours.csv');
  expect(table).toContain('On harbours');
  expect(table).not.toContain('Welcome to Lectern');
  await lectern.goTo('Everything');
  await lectern.button('Export all of these…').click();
  const json = await saved('JSON', 'Everything.json');
  expect(json).toContain('Welcome to Lectern');
  await lectern.rows.first().click({ modifiers: ['Control'] });
  await lectern.button('More for what is selected').click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  await expect(lectern.dialog.getByText('Export 1 article')).toBeVisible();
  expect(await saved('Bookmarks', 'Lectern.html')).toContain('NETSCAPE-Bookmark-file');

  // What was exported is told from a page when it is dropped; texts with notes on their front are asked about.
  await drop(page, 'bookmarks.html', '<!DOCTYPE NETSCAPE-Bookmark-file-1>');
  await expect(page.getByRole('heading', { level: 1, name: 'Import and export' })).toBeVisible();
  await lectern.goTo('Everything');
  const note = new TextEncoder().encode('---\ntags: [sea]\n---\n\n# On tides');
  await drop(page, 'vault.zip', Buffer.from(zipSync({ 'tides.md': note })).toString('base64'));
  await lectern.dialog.getByRole('button', { name: 'Import it whole' }).click();
  await expect(page.getByRole('region', { name: 'vault.zip' })).toBeVisible();

  // What may be two things is asked about as well.
  const links =
    '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="https://example.org/a">On ebb</A></DL>';
  const both = zipSync({
    'part_000000.csv': new TextEncoder().encode(POCKET),
    'bookmarks.html': new TextEncoder().encode(links),
  });
  await drop(page, 'both.zip', Buffer.from(both).toString('base64'));
  const plan = page.getByRole('region', { name: 'both.zip' });
  await expect(plan.getByText('It may be any of these: choose the one it is.')).toBeVisible();
  await expect(plan.getByText('On tides')).toBeVisible();
  await plan.getByRole('combobox', { name: 'To be read as' }).selectOption('Bookmarks');
  await expect(plan.getByText('On ebb')).toBeVisible();
});

/** @param content in base64 for a zip */
const drop = (page: Page, name: string, content: string): Promise<void> =>
  page.evaluate(
    ([called = '', text = '']) => {
      const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], called));
      const options = { dataTransfer, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent('drop', options));
    },
    [name, name.endsWith('.zip') ? content : btoa(content)],
  );
