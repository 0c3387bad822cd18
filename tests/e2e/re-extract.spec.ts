// The library read anew: what would change is shown first, each article is accepted or left, and what was accepted can be undone.
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { Host } from './host.ts';
import { expect, test } from './test.ts';
import { pageOf } from './window.ts';

/** All that are called “On …”: while nobody has the library open. */
async function asOfAnEarlierReader(host: Host): Promise<void> {
  await host.stop();
  const db = new Database(join(host.libraryDir, 'library.sqlite'));
  db.exec("UPDATE article SET word_count = 3 WHERE title LIKE 'On %'");
  db.prepare(
    `UPDATE reader_content SET extractor_version = 1, reader_text = ?, html = ?, digest = randomblob(32)
      WHERE article_id IN (SELECT id FROM article WHERE title LIKE 'On %')`,
  ).run(deflateRawSync('Only three words'), deflateRawSync('<p>Only three words</p>'));
  db.close();
  await host.start();
}

test('what a newer page reader would change is accepted, left and undone', {
  tag: '@slow',
}, async ({ lectern, page, host, expectedErrors }) => {
  // A host that starts again has another key.
  expectedErrors.push(/ERR_CONNECTION_REFUSED/, /401/);
  await lectern.clipPage('On harbours', '<p>The tide keeps its own time.</p>');
  await lectern.clipPage('On rivers', '<p>They never come back.</p>');
  await asOfAnEarlierReader(host);
  await page.goto(host.url);
  await lectern.open('On harbours');
  await expect(lectern.frame.getByText('Only three words')).toBeVisible();

  await page.keyboard.press('Shift+R');
  const { dialog } = lectern;
  await expect(dialog.getByText('2 articles are to be looked at.')).toBeVisible();
  await dialog.getByRole('button', { name: 'See what would change' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(2, { timeout: 30_000 });
  await expect(dialog.getByText('2 of 2 looked at.')).toBeVisible();
  const harbours = dialog.getByRole('listitem').filter({ hasText: 'On harbours' });
  await expect(harbours).toContainText(/gains \d+ words · 3 → \d+/);
  await dialog.getByRole('button', { name: 'Leave On rivers as it is' }).click();
  await dialog.getByRole('button', { name: 'Accept for On harbours' }).click();
  await expect(dialog.getByText('Nothing is left to decide.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lectern.frame.getByText('The tide keeps its own time.')).toBeVisible();
  await lectern.closeToasts();

  await page.keyboard.press('Control+z');
  await expect(lectern.frame.getByText('Only three words')).toBeVisible();
  // What was left, and what was undone, can be looked at again.
  await lectern.closeToasts();
  await page.keyboard.press('Shift+R');
  await expect(dialog.getByText('2 articles are to be looked at.')).toBeVisible();
  await page.keyboard.press('Escape');

  // Of a selection all are, whoever made them.
  await lectern.goTo('Everything');
  await lectern.list.focus();
  await page.keyboard.press('Control+a');
  await lectern.button('More for what is selected').click();
  await page.getByRole('menuitem', { name: 'Read anew…' }).click();
  await expect(dialog.getByText('3 articles are to be looked at.')).toBeVisible();
  await dialog.getByRole('button', { name: 'See what would change' }).click();
  await expect(dialog.getByText('3 of 3 looked at.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Accept 2 that lose nothing' }).click();
  await expect(lectern.toasts.getByText('2 articles')).toBeVisible();
  await page.keyboard.press('Escape');
  await lectern.closeToasts();
  await page.keyboard.press('Control+z');
  await lectern.open('On harbours');
  await expect(lectern.frame.getByText('Only three words')).toBeVisible();
});

test('the look is stopped, says how far it came, and goes on from there', { tag: '@slow' }, async ({
  lectern,
  page,
  host,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_CONNECTION_REFUSED/, /401/);
  const birds = ['owls', 'crows', 'larks', 'wrens', 'gulls', 'swifts'];
  await lectern.clipFiles(
    birds.map((bird) => ({
      name: `${bird}.html`,
      content: pageOf(`On ${bird}`, `<p>All the ${bird} went away.</p>`),
    })),
  );
  for (const bird of birds) await lectern.isClipped(`On ${bird}`);
  await asOfAnEarlierReader(host);
  await page.goto(host.url);
  await lectern.open('On owls');

  // The second part of the look has no answer until it is given up.
  let parts = 0;
  await page.route('**/rpc', async (route) => {
    const { name } = route.request().postDataJSON() as { name: string };
    if (name !== 'extraction.run' || ++parts !== 2) await route.continue();
  });
  await page.keyboard.press('Shift+R');
  const { dialog } = lectern;
  await dialog.getByRole('button', { name: 'See what would change' }).click();
  await expect(dialog.getByText('4 of 6 looked at.')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => parts).toBe(2);
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('value', '4');
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeVisible();
  await expect(dialog.getByText('4 of 6 looked at.')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(4);
  await expect(lectern.frame.getByText('Only three words')).toBeVisible();

  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByText('6 of 6 looked at.')).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByRole('listitem')).toHaveCount(6);
  for (const bird of birds) {
    await expect(dialog.getByRole('listitem').filter({ hasText: `On ${bird}` })).toHaveCount(1);
  }
  await dialog.getByRole('button', { name: 'Accept 6 that lose nothing' }).click();
  await expect(dialog.getByText('Nothing is left to decide.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lectern.frame.getByText('All the owls went away.')).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
