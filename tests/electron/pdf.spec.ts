// PDFs in the desktop: read in its own parse process, on the Node and with the tables of the built app.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/electron-app.ts';
import { line, lines, makePdf, wrapped } from '../support/make-pdf.ts';

const row = (window: Page, title: string) => window.getByRole('row').filter({ hasText: title });

/** How many pixels of a drawn page are dark. */
function inkOf(canvas: HTMLElement | SVGElement): number {
  const { width, height } = canvas as HTMLCanvasElement;
  const data = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height);
  return data?.data.filter((value, at) => at % 4 === 0 && value < 128).length ?? 0;
}

const WORDS =
  'A quincunx of moths sat on the lamp, four at the corners and one in the middle, and none of them ' +
  'moved before the morning came and the lamp was put out by the keeper.';

test('a PDF given as argument is clipped, found by a word of it, and read', async ({
  start,
  folders,
}) => {
  const content =
    line('The Keeper of the Lamp', 72, 720, 20, 'F2') +
    lines(wrapped(WORDS, 300), 72, 680) +
    // A face that the file only names: its characters are known by pdfjs's tables alone.
    line('吾輩は猫である。', 72, 560, 10, 'F4');
  const file = folders.write('lamp.pdf', makePdf({ pages: [{ content }] }));
  const locked = folders.write('locked.pdf', makePdf({ pages: [{ content }], password: 'secret' }));
  const lectern = await start(file, locked);
  const { window } = lectern;
  await expect(row(window, 'The Keeper of the Lamp')).toBeVisible({ timeout: 60_000 });

  await window.getByRole('searchbox', { name: 'Search' }).fill('quincunx');
  const hit = window.getByRole('grid', { name: 'Search results' }).getByRole('row');
  await expect(hit).toHaveCount(1);
  await expect(hit.locator('mark')).toHaveText('quincunx');
  await hit.click();
  const article = window.frameLocator('iframe[title^="Article:"]').getByRole('main');
  await expect(article.getByText(WORDS)).toBeVisible();
  await expect(article.getByText('吾輩は猫である。')).toBeVisible();

  // Page by page: the file, and pdfjs's tables, come by the article scheme into a frame without an origin.
  await window.getByRole('button', { name: 'Pages of the PDF' }).click();
  const canvas = window
    .frameLocator('iframe[title^="Pages:"]')
    .getByRole('img', { name: 'Page 1 of 1' })
    .locator('canvas');
  await expect.poll(() => canvas.evaluate(inkOf), { timeout: 60_000 }).toBeGreaterThan(100);
  expect(lectern.log()).not.toMatch(/parser: /);
});
