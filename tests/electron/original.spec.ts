// The page as it was saved, in the desktop: by the article scheme, into a frame without scripts and without an origin.
import { expect, test } from '../support/electron-app.ts';
import { png } from '../support/pictures.ts';
import { articlePage } from '../support/sample-pages.ts';

test('a saved page is shown in its own style and with its stored picture, and block by block', async ({
  start,
  folders,
}) => {
  folders.write('lamp_files/a.png', png(300, 200));
  const page = articlePage('The Keeper of the Lamp', 'A quincunx of moths.')
    .replace('</p>', '</p><p class="odd"><img src="lamp_files/a.png" width="300" alt="A lamp"></p>')
    .replace(
      '<body',
      `<style>.odd { color: rgb(1, 2, 3) }</style><script>document.title = 'ran'</script><body`,
    );
  const lectern = await start(folders.write('lamp.html', page));
  const { window } = lectern;
  const row = window.getByRole('row').filter({ hasText: 'The Keeper of the Lamp' });
  await expect(row).toBeVisible({ timeout: 60_000 });
  await row.click();
  const text = window.frameLocator('iframe[title^="Article:"]').getByRole('main');
  await expect(text.getByText('A quincunx of moths.')).toBeVisible();

  await window.keyboard.press('Shift+O');
  const inside = window.frameLocator('iframe[title^="As it was saved:"]');
  await expect(inside.locator('.odd')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const width = () =>
    inside.getByAltText('A lamp').evaluate((img) => (img as HTMLImageElement).naturalWidth);
  await expect.poll(width).toBe(300);
  expect(await inside.locator('html').evaluate(() => [self.origin, document.title])).toEqual([
    'null',
    'The Keeper of the Lamp',
  ]);
  await window.keyboard.press('Escape');
  await expect(text.getByText('A quincunx of moths.')).toBeVisible();

  // And all of it block by block, by the same scheme, with our script and the stored picture.
  await window.keyboard.press('Shift+L');
  const blocks = window.frameLocator('iframe[title^="What was left out:"]');
  await blocks.locator('.block', { hasText: 'A quincunx of moths.' }).hover();
  await blocks.getByRole('button', { name: /^Remove: A quincunx/ }).click();
  await expect(text.getByText('A quincunx of moths.')).toHaveCount(0);
  const stored = () =>
    blocks.getByAltText('A lamp').evaluate((img) => (img as HTMLImageElement).naturalWidth);
  await expect.poll(stored).toBe(300);
  await window.keyboard.press('Control+z');
  // A key that meets a frame on its way out is never heard.
  await expect(text.getByText('A quincunx of moths.')).toHaveCount(1);
  await expect(blocks.getByRole('button', { name: /^Remove: A quincunx/ })).toHaveCount(1);
  await window.keyboard.press('Escape');
  await expect(text.getByText('A quincunx of moths.')).toBeVisible();
  expect(lectern.log()).not.toMatch(/parser: |article scheme/);
});
