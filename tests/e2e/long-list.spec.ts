// A list far longer than the screen: loaded as it is seen, reached at both ends, changed as a whole.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startHost } from './host.ts';
import { expect, test } from './test.ts';
import { Window } from './window.ts';

const COUNT = 3000;
const filler = new URL('./fill-library.ts', import.meta.url);

test('three thousand articles: to the end and back, and all of them at once', {
  tag: '@slow',
}, async ({ page }) => {
  test.setTimeout(120_000);
  const work = await mkdtemp(join(tmpdir(), 'lectern-e2e-long-'));
  const library = join(work, 'library');
  const fill = [fileURLToPath(filler), library, String(COUNT)];
  await promisify(execFile)(process.execPath, fill);
  const host = await startHost(library);
  try {
    await page.goto(host.url);
    const lectern = new Window(page);
    await expect(lectern.row(`Article ${COUNT - 1} on`)).toBeVisible();
    // Dates come a moment after the first list, also to rows that come into view later.
    await expect(lectern.row(`Article ${COUNT - 1} on`)).toContainText('2014');
    await expect(lectern.list).toHaveAttribute('aria-rowcount', String(COUNT));
    expect(await lectern.rows.count()).toBeLessThan(40);

    await lectern.list.focus();
    await page.keyboard.press('End');
    await expect(lectern.row('Article 0 on')).toContainText('2014');
    await page.keyboard.press('Home');
    await expect(lectern.row(`Article ${COUNT - 1} on`)).toBeVisible();

    // By the scroll bar into the middle: rows that are not there yet keep their place.
    await lectern.list.evaluate((list) => list.scrollTo(0, list.scrollHeight / 2));
    await expect(lectern.rows.filter({ hasText: /Article 1[45]\d\d on/ }).first()).toBeVisible();
    await expect(page.getByText('Loading articles')).toHaveCount(0);

    await page.keyboard.press('Control+a');
    const bar = page.getByRole('toolbar', { name: 'Selected articles' });
    await expect(bar).toContainText('All 3,000 selected');
    await page.keyboard.press('#');
    await expect(page.getByText('Nothing waits to be read')).toBeVisible();
    await lectern.toasts.getByRole('button', { name: 'Undo' }).click();
    await expect(lectern.place('Inbox')).toHaveText(/3,000$/);
    await expect(lectern.row(`Article ${COUNT - 1} on`)).toBeVisible();

    // Too many to weigh at once: the best of them are offered once they are ready, and nothing moves until they are taken.
    await lectern.search.fill('the lamp');
    const newest = page.getByText('The newest matches come first');
    await expect(newest).toContainText('Best matches ready');
    const first = await lectern.rows.first().textContent();
    await page.keyboard.press('Alt+Enter');
    await expect(newest).toBeHidden();
    await expect(lectern.rows.first()).not.toHaveText(first ?? '');
  } finally {
    await host.close();
    await rm(work, { recursive: true, force: true });
  }
});
