// That axe finds nothing on any screen of the interface, light and dark.
import { AxeBuilder } from '@axe-core/playwright';
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
  });
}

/** The article in the frame is somebody else's page. */
async function findings(page: Page, screen: string, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).exclude('iframe');
  if (rules) axe.withRules(rules);
  // Where the article has the window to itself, its heading is the one of the window.
  const heading = page.frameLocator('iframe').getByRole('heading', { level: 1 });
  if (!rules && (await heading.count()) > 0) axe.disableRules('page-has-heading-one');
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${screen}: ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** Whether the window is drawn on a dark ground by now. */
const isDark = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [red = 255] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? [];
    return Number(red) < 128;
  });
