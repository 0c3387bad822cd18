// The page of an article as it was saved: its own look and its stored picture, and nothing that reaches out of the library.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startLocalSite } from '../support/local-site.ts';
import { png } from '../support/pictures.ts';
import { addSplitArticle, SPLIT_TITLE } from '../support/split-article.ts';
import { expect, test } from './test.ts';
import { longBody, pageOf } from './window.ts';

const TITLE = 'The lamp';

/** @param site where everything in it leads that is not stored */
const pageWith = (site: string): string =>
  pageOf(
    TITLE,
    `${longBody(12)}<p class="odd"><img src="lamp_files/a.png" width="300" alt="A lamp"></p>` +
      `<p><img src="${site}/evil.png" alt="Gone" onerror="fetch('${site}/onerror')"></p>` +
      `<p><a href="${site}/link">A link</a></p>${longBody(12)}`,
  ).replace(
    '<head>',
    `<head><style>@import "${site}/import.css"; .odd { color: rgb(1, 2, 3); background: url(${site}/bg.png) }</style>` +
      `<link rel="stylesheet" href="${site}/a.css"><link rel="preconnect" href="${site}">` +
      `<script>fetch('${site}/script')</script>`,
  );

test(
  'the page as it was saved stands in the place of the text',
  { tag: '@slow' },
  async ({ lectern, host, page, context, expectedErrors }, testInfo) => {
    // Of what this test itself runs in the frame: the page has no script any more.
    expectedErrors.push(/^Blocked script execution in .*\/original\//);
    const site = await startLocalSite();
    const source = pageWith(site.origin);
    site.add({ '/raw': source });
    const file = testInfo.outputPath('lamp.html');
    const picture = join(dirname(file), 'lamp_files', 'a.png');
    await mkdir(dirname(picture), { recursive: true });
    await writeFile(picture, png(300, 200));
    await writeFile(file, source);
    await host.lectern('clip', file, '--url', 'https://example.org/lamp');
    await lectern.isClipped(TITLE);
    const before = site.connections();

    await lectern.open(TITLE);
    await lectern.frame.first().getByRole('heading', { level: 1 }).click();
    await lectern.articleHasFocus();
    const place = () =>
      lectern.frame
        .first()
        .locator('html')
        .evaluate((html) => html.scrollTop);
    const isAtEnd = () =>
      lectern.frame
        .first()
        .locator('html')
        .evaluate((html) => html.scrollTop + html.clientHeight > html.scrollHeight - 2);
    // Its picture may come, and make it longer, when the end was reached already.
    await expect(async () => {
      await page.keyboard.press('End');
      expect(await isAtEnd()).toBe(true);
    }).toPass();
    const left = await place();
    expect(left).toBeGreaterThan(200);

    const shown = page.locator(`iframe[title="As it was saved: ${TITLE}"]`);
    const inside = shown.contentFrame();

    await test.step('with its own style and its stored picture', async () => {
      await page.keyboard.press('Shift+O');
      await expect(inside.locator('.odd')).toHaveCSS('color', 'rgb(1, 2, 3)');
      const width = () =>
        inside.getByAltText('A lamp').evaluate((img: HTMLImageElement) => img.naturalWidth);
      await expect.poll(width).toBe(300);
      expect(await shown.getAttribute('sandbox')).toBe('');
      expect(await inside.locator('html').evaluate(() => self.origin)).toBe('null');
    });

    await test.step('and leads nowhere', async () => {
      const link = inside.getByText('A link', { exact: true });
      expect(await link.getAttribute('href')).toBeNull();
      expect(await link.getAttribute('title')).toBe(`${site.origin}/link`);
      await link.click();
      await expect(inside.locator('.odd')).toBeVisible();
      expect(site.connections()).toBe(before);
    });

    await test.step('the same key, Escape and the button lead back to the place in the text', async () => {
      await lectern.button('Back to the text').click();
      await expect(shown).toHaveCount(0);
      await lectern.articleHasFocus();
      expect(await place()).toBe(left);
      for (const key of ['Shift+O', 'Escape']) {
        await page.keyboard.press('Shift+O');
        await expect(lectern.button('Back to the text')).toBeFocused();
        await page.keyboard.press(key);
        await expect(shown).toHaveCount(0);
        await lectern.articleHasFocus();
      }
      expect(await place()).toBe(left);
    });

    await test.step('also from the menu, and of a version', async () => {
      await lectern.button('More').click();
      await page.getByRole('menuitem', { name: 'As it was saved' }).click();
      await expect(inside.locator('.odd')).toBeVisible();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+V');
      const panel = page.getByRole('region', { name: 'Versions' });
      await panel.getByRole('button', { name: /^The version of .* as it was saved$/ }).click();
      await expect(shown).toHaveAttribute('src', /\?version=[0-9A-Z]{26}$/);
      await expect(inside.locator('.odd')).toHaveCSS('color', 'rgb(1, 2, 3)');
      expect(site.connections()).toBe(before);
    });

    await test.step('where the same page by itself asks for all that it names', async () => {
      const raw = await context.newPage();
      await raw.goto(`${site.origin}/raw`);
      const asked = () => site.requests.map(({ path }) => path);
      for (const path of ['/evil.png', '/onerror', '/bg.png', '/import.css', '/a.css', '/script']) {
        await expect.poll(asked).toContain(path);
      }
      await raw.close();
    });
    await site.close();
  },
);

test('an article that came over several pages is shown page by page', { tag: '@slow' }, async ({
  lectern,
  host,
  page,
}) => {
  const site = await startLocalSite();
  addSplitArticle(site, '/tides', ['first', 'second', 'third']);
  await host.lectern('clip', `${site.origin}/tides`, '--allow-host', site.host);
  await lectern.isClipped(SPLIT_TITLE);
  const before = site.connections();
  await lectern.open(SPLIT_TITLE);
  await page.keyboard.press('Shift+O');
  const shown = page.locator(`iframe[title="As it was saved: ${SPLIT_TITLE}"]`);
  const isAt = async (number: number, word: string) => {
    await expect(page.getByText(`Page ${number} of 3`)).toBeVisible();
    await expect(shown.contentFrame().getByText(`number 1 the ${word} tide`)).toBeVisible();
  };
  await isAt(1, 'first');
  expect(await shown.getAttribute('src')).not.toContain('page=');
  const [next, previous] = [
    lectern.button('Next page of the article'),
    lectern.button('Page of the article before'),
  ];
  await next.click();
  await isAt(2, 'second');
  await expect(shown).toHaveAttribute('src', /\?page=2$/);
  await page.keyboard.press('Enter');
  await isAt(3, 'third');
  // There is no fourth, and the button keeps the focus.
  await page.keyboard.press('Enter');
  await isAt(3, 'third');
  await expect(next).toBeFocused();
  await previous.click();
  await isAt(2, 'second');
  expect(site.connections()).toBe(before);
  await site.close();
});
