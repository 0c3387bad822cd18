// Pictures that a site does not give out at first: told above the article, tried again by hand, and shown as they come.
import { axeFindings } from '../support/axe.ts';
import { type LocalSite, type SiteRoute, startLocalSite } from '../support/local-site.ts';
import { png } from '../support/pictures.ts';
import { expect, test } from './test.ts';
import { longBody } from './window.ts';

const answer =
  (status: number, type: string, body: Buffer | string = ''): SiteRoute =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };

let site: LocalSite;
test.beforeAll(async () => {
  site = await startLocalSite({
    '/busy.png': answer(503, 'text/html'),
    '/gone.png': answer(404, 'text/html'),
  });
});
test.afterAll(() => site.close());

test('missing pictures are listed, tried again, and shown when they come', {
  tag: '@slow',
}, async ({ lectern, page }) => {
  await lectern.allowHost(site.host);
  const img = (name: string) => `<p><img src="${site.origin}/${name}.png" alt="The ${name}"></p>`;
  await lectern.clipPage('Lamps', `${img('busy')}${longBody(3)}${img('gone')}`);
  await lectern.open('Lamps');
  const note = page.getByText('2 pictures are missing.');
  await expect(note).toBeVisible();
  await expect(lectern.frame.getByText('The busy')).toBeVisible();

  // What is selected stays so when a picture comes.
  const selected = () => lectern.frame.locator('html').evaluate(() => String(getSelection()));
  await lectern.frame.locator('#content p').nth(2).selectText();
  const words = await selected();
  expect(words.length).toBeGreaterThan(20);

  await page.getByRole('button', { name: 'See which…' }).click();
  const rows = lectern.dialog.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText('/busy.png');
  await expect(rows.nth(0)).toContainText('answered with an error of its own (503)');
  await expect(rows.nth(0)).toContainText(
    /Tried once, again in \d+ minutes?|Tried once, again now/,
  );
  await expect(rows.nth(1)).toContainText('Not tried again by itself');
  expect(await axeFindings(page)).toEqual([]);

  site.add({ '/busy.png': answer(200, 'image/png', png(300, 200)) });
  await lectern.dialog.getByRole('button', { name: 'Try again now' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows.nth(0)).toContainText('/gone.png');
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 picture is missing.')).toBeVisible();
  await lectern.shows('Lamps');
  await expect(lectern.frame.locator('img[alt="The busy"]')).toHaveJSProperty('naturalWidth', 300);
  await expect(lectern.frame.getByText('The gone')).toBeVisible();
  expect(await selected()).toBe(words);
  const picture = lectern.frame.getByRole('button', { name: 'The busy' });
  await expect(picture).toHaveAttribute('aria-haspopup', 'dialog');

  site.add({ '/gone.png': answer(200, 'image/png', png(30, 20)) });
  await page.getByRole('button', { name: 'See which…' }).click();
  await lectern.dialog.getByRole('button', { name: 'Try again now' }).click();
  await expect(lectern.dialog.getByText('All pictures are there now.')).toBeVisible();
  await expect(page.getByText(/pictures? (?:is|are) missing/)).toBeHidden();
});
