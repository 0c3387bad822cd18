// Printing on the web host: a tab of its own, with the whole article on pages, that asks for printing by itself.
import type { Page } from '@playwright/test';
import { linksOf, pagesOf } from '../support/pdf.ts';
import { png } from '../support/pictures.ts';
import { expect, test } from './test.ts';
import { longBody } from './window.ts';

declare global {
  interface Window {
    asked: number;
  }
}

const LAST = 'https://example.org/the-last-line';
const picture = `data:image/png;base64,${Buffer.from(png(900, 2400)).toString('base64')}`;
const columns = Array.from({ length: 16 }, (_, n) => n);
const body = `${longBody(60)}
  <figure><img src="${picture}" alt="The tower"><figcaption>The tower.</figcaption></figure>
  <pre><code>${'never_ending_name('.repeat(40)}</code></pre>
  <table><thead><tr>${columns.map((n) => `<th>Measurement${n}</th>`).join('')}</tr></thead>
  <tbody><tr>${columns.map((n) => `<td>${n}234567890</td>`).join('')}</tr></tbody></table>
  <details><summary>More</summary><p>What was folded away.</p></details>
  <p>Here it <a href="${LAST}">ends</a>.</p>`;

/** A headless browser has no dialog: that it was asked for one is noted. */
const noteAsking = (page: Page) =>
  page.context().addInitScript(() => {
    window.asked = 0;
    window.print = () => {
      window.asked += 1;
    };
  });

test('the whole article is printed from a tab of its own', { tag: '@slow' }, async ({
  lectern,
  page,
  context,
}) => {
  await lectern.clipPage('A long walk', body);
  await lectern.open('A long walk');
  await noteAsking(page);
  await lectern.frame.getByRole('heading', { level: 1 }).click();
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+p');
  const tab = await opened;
  await expect.poll(() => tab.evaluate(() => window.asked)).toBe(1);
  expect(new URL(tab.url()).pathname).toMatch(/^\/print\/[0-9A-Z]{26}$/);

  await test.step('with an origin that reaches nothing, and no way back to the window', async () => {
    expect(await tab.evaluate(() => [self.origin, window.opener])).toEqual(['null', null]);
  });

  await test.step('black on white, in our faces, with pictures, and nothing sticks out', async () => {
    await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(
      await tab.evaluate(() => {
        const edge = document.querySelector('main')?.getBoundingClientRect().right ?? 0;
        return {
          paper: getComputedStyle(document.documentElement).backgroundColor,
          faces: [...document.fonts].some(({ status }) => status === 'loaded'),
          picture: document.querySelector('img')?.naturalWidth,
          // A page holds some 950 pixels.
          tall: (document.querySelector('img')?.height ?? 0) > 800,
          sticksOut: [...document.querySelectorAll('main *')].filter(
            (one) => one.getBoundingClientRect().right > edge + 1,
          ).length,
          // Pictures are said to clip by the browser's own style.
          clipped: [...document.querySelectorAll('main :not(img)')].filter(
            (one) => getComputedStyle(one).overflowX !== 'visible',
          ).length,
        };
      }),
    ).toEqual({
      paper: 'rgb(255, 255, 255)',
      faces: true,
      picture: 900,
      tall: false,
      sticksOut: 0,
      clipped: 0,
    });
    await expect(tab.getByText('What was folded away.')).toBeVisible();
    await expect(tab.getByText(/^Saved on /)).toBeVisible();
    await tab.emulateMedia({ media: null, colorScheme: null });
  });

  await test.step('on many pages, where the window has one or two', async () => {
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBeGreaterThanOrEqual(6);
    expect(pagesOf(pdf)).toBeLessThanOrEqual(12);
    expect(linksOf(pdf)).toContain(LAST);
    expect(pagesOf(await page.pdf())).toBeLessThanOrEqual(2);
  });

  await test.step('and again when it is loaded again', async () => {
    await tab.reload();
    await expect.poll(() => tab.evaluate(() => window.asked)).toBe(1);
  });
});

test('the menu and the palette print, and say when nothing is open', async ({
  lectern,
  page,
  context,
}) => {
  await noteAsking(page);
  await page.keyboard.press('Control+p');
  await expect(lectern.toasts.getByText('Open an article first')).toBeVisible();
  expect(context.pages()).toHaveLength(1);
  await lectern.closeToasts();

  await lectern.open('Welcome to Lectern');
  await lectern.button('More').click();
  await expect(page.getByRole('menuitem', { name: 'Save as PDF' })).toHaveCount(0);
  const first = context.waitForEvent('page');
  await page.getByRole('menuitem', { name: 'Print' }).click();
  await expect((await first).getByRole('heading', { level: 1 })).toHaveText('Welcome to Lectern');
  await (await first).close();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('print');
  const second = context.waitForEvent('page');
  await page.getByRole('option', { name: /^Print/ }).click();
  await expect((await second).getByRole('heading', { level: 1 })).toHaveText('Welcome to Lectern');
});
