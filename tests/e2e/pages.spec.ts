// A PDF shown page by page: drawn in a frame without origin or network, as far as one looks, and left by the keys one knows.
import { line, lines, makePdf, wrapped } from '../support/make-pdf.ts';
import { expect, test } from './test.ts';
import { pageOf } from './window.ts';

const WORDS =
  'A quincunx of moths sat on the lamp, four at the corners and one in the middle, and none of them ' +
  'moved before the morning came and the lamp was put out by the keeper.';

test('the pages of a PDF stand in the place of its text', { tag: '@slow' }, async ({
  lectern,
  page,
  expectedErrors,
}) => {
  // What the last step but one tries, to be refused.
  expectedErrors.push(/Content Security Policy/);
  const pdf = makePdf({
    pages: [
      { content: line('The Lamp', 72, 720, 20, 'F2') + lines(wrapped(WORDS, 300), 72, 680) },
      { content: line('吾輩は猫である。', 72, 500, 20, 'F4'), size: [792, 612] },
      ...Array.from({ length: 10 }, () => ({ content: '', isScan: true })),
    ],
  });
  await lectern.clipFiles([{ name: 'lamp.pdf', content: pdf }]);
  await lectern.isClipped('The Lamp');
  await lectern.row('The Lamp').click();
  await expect(lectern.frame.first().getByRole('heading', { level: 1 })).toHaveText('The Lamp');

  await lectern.button('Pages of the PDF').click();
  const frame = page.frameLocator('iframe[title="Pages: The Lamp"]');
  const sheet = (number: number) =>
    frame.getByRole('img', { name: `Page ${number} of 12`, exact: true });
  /** How many pixels of a drawn page are not white. */
  const inkOn = (number: number) =>
    sheet(number)
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas
          .getContext('2d')
          ?.getImageData(0, 0, canvas.width, canvas.height) ?? {
          data: [],
        };
        return data.filter((value, at) => at % 4 === 0 && value < 128).length;
      });

  await test.step('drawn when they come near, and each in its own shape', async () => {
    await expect.poll(() => inkOn(1), { timeout: 60_000 }).toBeGreaterThan(100);
    await expect(sheet(12).locator('canvas')).toHaveCount(0);
    await page.keyboard.press('End');
    await expect.poll(() => inkOn(12), { timeout: 60_000 }).toBeGreaterThan(100);
    await expect(sheet(1).locator('canvas')).toHaveCount(0);
    await page.keyboard.press('Home');
    await expect.poll(() => inkOn(2), { timeout: 60_000 }).toBeGreaterThan(100);
    const [first, second] = [await sheet(1).boundingBox(), await sheet(2).boundingBox()];
    expect((first?.height ?? 0) / (first?.width ?? 1)).toBeCloseTo(792 / 612, 1);
    expect((second?.height ?? 0) / (second?.width ?? 1)).toBeCloseTo(612 / 792, 1);
  });

  await test.step('larger, smaller, and as wide as there is room', async () => {
    const width = async () => (await sheet(1).boundingBox())?.width ?? 0;
    const fit = await width();
    await page.keyboard.press('+');
    await expect.poll(width).toBeCloseTo(fit * 1.2, 0);
    await page.keyboard.press('0');
    await expect.poll(width).toBeCloseTo(fit, 0);
  });

  await test.step('by a script that reaches nothing but the file', async () => {
    const inside = page.frames().find((one) => one.url().includes('/pages/'));
    expect(await inside?.evaluate(() => self.origin)).toBe('null');
    const reached = await inside?.evaluate(async () => {
      const tried = ['/', '/rpc', 'https://example.org/'].map((path) =>
        fetch(new URL(path, location.href)).then(
          () => 'reached',
          () => 'refused',
        ),
      );
      const { pdf = '' } = document.documentElement.dataset;
      return [...(await Promise.all(tried)), (await fetch(pdf)).status];
    });
    expect(reached).toEqual(['refused', 'refused', 'refused', 200]);
  });

  await test.step('keys of the window work in it, and Escape leads back to the text', async () => {
    await page.keyboard.press('s');
    await expect(lectern.button('Remove star')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(frame.getByRole('img')).toHaveCount(0);
    await expect(lectern.frame.first().getByText(WORDS)).toBeVisible();
    await page.keyboard.press('p');
    await expect(sheet(1)).toBeVisible();
  });

  await test.step('an article that is none has none', async () => {
    await lectern.clipFiles([{ name: 'a.html', content: pageOf('A web page', '') }]);
    await lectern.isClipped('A web page');
    await lectern.open('A web page');
    await expect(lectern.button('Pages of the PDF')).toHaveCount(0);
  });
});
