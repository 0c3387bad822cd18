// All of a list or of a search at once, however little of it is loaded: selected, changed, and brought back in one go.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startHost } from './host.ts';
import { expect, test } from './test.ts';
import { Window } from './window.ts';

const COUNT = 1200;
const filler = new URL('./fill-library.ts', import.meta.url);

test('all of a list but one, then all of a search', async ({ page }) => {
  test.setTimeout(60_000);
  const work = await mkdtemp(join(tmpdir(), 'lectern-e2e-many-'));
  const library = join(work, 'library');
  await promisify(execFile)(process.execPath, [fileURLToPath(filler), library, String(COUNT)]);
  const host = await startHost(library);
  try {
    await page.goto(host.url);
    const lectern = new Window(page);
    const bar = page.getByRole('toolbar', { name: 'Selected articles' });
    await expect(lectern.row(`Article ${COUNT - 1} on`)).toBeVisible();

    await lectern.list.focus();
    await page.keyboard.press('Control+a');
    await expect(bar).toContainText('All 1,200 selected');
    await lectern.row(`Article ${COUNT - 2} on`).click({ modifiers: ['Control'] });
    await expect(bar).toContainText('1,199 selected');
    await page.keyboard.press('t');
    await expect(lectern.dialog).toContainText('Tags of 1,199 articles');
    await lectern.dialog.getByRole('combobox').fill('bulk');
    await page.keyboard.press('Enter');
    await expect(lectern.dialog.getByRole('row', { name: 'bulk' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(lectern.toasts.getByText('1,199 articles tagged “bulk”')).toBeVisible();
    await expect(lectern.place('bulk')).toHaveText(/1,199$/);
    await expect(lectern.row(`Article ${COUNT - 2} on`).getByText('bulk')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
    await lectern.toasts.getByRole('button', { name: 'Undo' }).click();
    await expect(lectern.place('bulk')).toHaveCount(0);

    // More than a search shows: one in eight has it in its title.
    await lectern.search.fill('title:lamp');
    await expect(lectern.rows.locator('mark').first()).toBeVisible();
    await lectern.list.focus();
    await page.keyboard.press('Control+a');
    await expect(bar).toContainText('All 150 selected');
    await page.keyboard.press('e');
    await expect(lectern.toasts.getByText('150 articles archived')).toBeVisible();
    await expect(lectern.place('Archived')).toHaveText(/150$/);

    // Of another search nothing is selected.
    await lectern.list.focus();
    await page.keyboard.press('Control+a');
    await expect(bar).toContainText('All 150 selected');
    await lectern.search.fill('title:river');
    await expect(bar).toBeHidden();
  } finally {
    await host.close();
    await rm(work, { recursive: true, force: true });
  }
});
