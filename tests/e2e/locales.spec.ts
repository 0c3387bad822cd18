// The window in two languages that nobody speaks: one 40 % longer than English, one from right to left.
import { expect, type Page, test } from './test.ts';
import { Window } from './window.ts';

const widths = [1440, 760, 320];
const dialogs = [
  ['shortcuts', '?'],
  ['palette', 'Control+k'],
  ['clip', 'c'],
  ['type', 'Control+,'],
] as const;

/** What reaches beyond the window, or is cut off where its words should wrap. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const beyond = [...document.querySelectorAll('button, a, input, h1, h2, [role="row"]')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
      })
      .map((element) => `${element.localName} “${element.textContent}”`);
    return scrollWidth > clientWidth ? ['the window scrolls sideways', ...beyond] : beyond;
  });

for (const locale of ['en-XA', 'ar-XB'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('nothing sticks out, and the layout follows the direction', async ({ page, host }) => {
      test.setTimeout(180_000);
      await page.goto(host.url);
      const lectern = new Window(page);
      const sidebar = page.getByRole('navigation').first();
      await lectern.row('Welcome to Lectern').click();
      await lectern.shows('Welcome to Lectern');
      const found: string[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 700 });
        const check = async (where: string) => {
          found.push(...(await sticksOut(page)).map((what) => `${where} at ${width}: ${what}`));
        };
        await check('reader');
        for (const [name, key] of dialogs) {
          await page.keyboard.press(key);
          await expect(lectern.dialog).toBeVisible();
          await check(name);
          await page.keyboard.press('Escape');
          await expect(lectern.dialog).toHaveCount(0);
        }
      }
      expect(found).toEqual([]);

      await page.setViewportSize({ width: 1440, height: 700 });
      const [shelves, list, article] = await Promise.all(
        [sidebar, lectern.list, page.locator('iframe')].map((part) => part.boundingBox()),
      );
      const places = [shelves, list, article].map((box) => box?.x ?? Number.NaN);
      const inOrder = places.toSorted((a, b) => (locale === 'ar-XB' ? b - a : a - b));
      expect(places).toEqual(inOrder);
    });
  });
}
