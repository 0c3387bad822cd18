// That axe finds nothing on any screen of the interface, light and dark.
import { axeFindings } from '../support/axe.ts';
import { englishScreens, fillLibrary, freshStart, plainScreens } from './screens.ts';
import { expect, type Page, test } from './test.ts';

for (const [name, screens] of Object.entries({ plainScreens, englishScreens })) {
  test(`axe finds nothing on ${name === 'plainScreens' ? 'panes, panels and dialogs' : 'menus, lists and what is said'}`, async ({
    lectern,
    page,
    host,
  }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await fillLibrary(lectern, host);
    const found: string[] = [];
    for (const [screen, show] of Object.entries(screens)) {
      await freshStart(page, lectern);
      await show(lectern);
      found.push(...(await findings(page, screen)));
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(() => isDark(page)).toBe(true);
      // Only the colours differ in the dark.
      found.push(...(await findings(page, `${screen}, dark`, ['color-contrast'])));
      await page.emulateMedia({ colorScheme: 'light' });
    }
    expect(found).toEqual([]);
    // It would have been found.
    await freshStart(page, lectern);
    await page.evaluate(() =>
      document.querySelector('main')?.append(document.createElement('button')),
    );
    expect((await findings(page, 'planted')).join()).toContain('button-name');
  });
}

async function findings(page: Page, screen: string, only?: string[]): Promise<string[]> {
  // Where the article has the window to itself, its heading is the one of the window.
  const heading = page.frameLocator('iframe').getByRole('heading', { level: 1 });
  const without = !only && (await heading.count()) > 0 ? ['page-has-heading-one'] : [];
  const found = await axeFindings(page, only ? { only } : { without });
  return found.map((line) => `${screen}: ${line}`);
}

/** Whether the window is drawn on a dark ground by now. */
const isDark = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [red = 255] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? [];
    return Number(red) < 128;
  });
