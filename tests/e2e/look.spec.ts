// That nothing sticks out at any width, on any screen, in English and in two languages that nobody speaks: one 40 %
// longer, one from right to left.
import { fillLibrary, freshStart, plainScreens } from './screens.ts';
import { expect, type Page, test } from './test.ts';

/** The last one is 640 px at 200 % zoom: as wide as 320 px. */
const widths = [1440, 1100, 760, 420, 320];
/** In English, with every change, on every third screen; all the others take minutes. */
const quick = [1440, 760, 320];
const QUICK_EVERY = 3;

for (const locale of ['en-GB', 'en-XA', 'ar-XB'] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    if (locale === 'en-GB') looksAt(quick, QUICK_EVERY);
    looksAt(widths, 1, '@slow');

    test('the panes follow the direction', async ({ lectern, page }) => {
      await page.setViewportSize({ width: 1440, height: 700 });
      await lectern.open('Welcome to Lectern');
      const panes = [page.getByRole('navigation').first(), lectern.list, page.locator('iframe')];
      const boxes = await Promise.all(panes.map((part) => part.boundingBox()));
      const places = boxes.map((box) => box?.x ?? Number.NaN);
      expect(places).toEqual(places.toSorted((a, b) => (locale === 'ar-XB' ? b - a : a - b)));
    });
  });
}

function looksAt(at: readonly number[], every: number, ...tag: string[]): void {
  test(`nothing sticks out, at ${at.length} widths`, { tag }, async ({ lectern, page, host }) => {
    test.setTimeout(240_000);
    await fillLibrary(lectern, host);
    const found: string[] = [];
    const screens = Object.entries(plainScreens).filter((_, place) => place % every === 0);
    for (const [screen, show] of screens) {
      await page.setViewportSize({ width: 1440, height: 700 });
      await freshStart(page, lectern);
      await show(lectern);
      for (const width of at) {
        await page.setViewportSize({ width, height: 700 });
        const left = await settled(page);
        found.push(...left.map((what) => `${screen} at ${width}: ${what}`));
      }
    }
    expect(found).toEqual([]);
  });
}

test('what sticks out is seen', async ({ lectern, page }) => {
  await lectern.open('Welcome to Lectern');
  expect(await sticksOut(page)).toEqual([]);
  await page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    heading.style.marginInlineStart = '200vw';
  });
  await lectern.frame.locator('#content p >> nth=0').evaluate((paragraph) => {
    paragraph.style.width = '300vw';
  });
  const found = await settled(page);
  expect(found).toContain('the window scrolls sideways');
  expect(found.join()).toContain('the article');
});

/** The panes take another shape a moment after the window has another width. */
async function settled(page: Page): Promise<string[]> {
  let found = await sticksOut(page);
  for (let tries = 0; tries < 10 && found.length > 0; tries++) {
    await page.waitForTimeout(100);
    found = await sticksOut(page);
  }
  return found;
}

/** What reaches beyond the window, or scrolls sideways: also within the article. */
async function sticksOut(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const beyond = [...document.querySelectorAll('button, a, input, h1, h2, [role="row"]')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
      })
      .map((element) => `${element.localName} “${element.textContent?.slice(0, 60)}”`);
    return scrollWidth > clientWidth ? ['the window scrolls sideways', ...beyond] : beyond;
  });
  const frame = page.frames().find((one) => one.parentFrame() !== null);
  const over =
    (await frame?.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    })) ?? 0;
  return over > 0 ? [...found, `the article is ${over} px too wide`] : found;
}

test('on a narrow window the list and the article take turns, and the sidebar is a drawer', async ({
  lectern,
  page,
}) => {
  await page.setViewportSize({ width: 420, height: 700 });
  await expect(lectern.place('Inbox')).toBeHidden();
  await lectern.button('Show sidebar').click();
  await lectern.place('Everything').click();
  await expect(lectern.dialog).toBeHidden();
  await lectern.open('Welcome to Lectern');
  await expect(lectern.list).toBeHidden();
  await lectern.button('Back to the list').click();
  await expect(lectern.list).toBeVisible();
  await expect(lectern.list).toBeFocused();
});
