// That axe finds nothing on any screen of the interface, light and dark.
import { axeFindings } from '../support/axe.ts';
import { englishScreens, fillLibrary, freshStart, plainScreens } from './screens.ts';
import { expect, type Page, test } from './test.ts';

const groups = {
  'panes, panels and dialogs': plainScreens,
  'menus, lists and what is said': englishScreens,
};
for (const [name, screens] of Object.entries(groups)) {
  for (const theme of ['light', 'dark'] as const) {
    // Only the colours differ in the dark, and they are the same few on every screen.
    const tag = theme === 'dark' ? ['@slow'] : [];
    test(`axe finds nothing on ${name}, ${theme}`, { tag }, async ({ lectern, page, host }) => {
      test.setTimeout(300_000);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await fillLibrary(lectern, host);
      const only = theme === 'dark' ? ['color-contrast'] : undefined;
      const found: string[] = [];
      for (const [screen, show] of Object.entries(screens)) {
        await freshStart(page, lectern);
        await show(lectern);
        if (theme === 'dark') await expect.poll(() => isDark(page)).toBe(true);
        found.push(...(await findings(page, screen, only)));
      }
      expect(found).toEqual([]);
      // It would have been found.
      await freshStart(page, lectern);
      await page.evaluate(() => {
        const button = document.createElement('button');
        button.style.cssText = 'position: fixed; top: 0; z-index: 9; color: #888; background: #777';
        button.textContent = 'Hardly to be seen';
        document.querySelector('main')?.append(button, document.createElement('button'));
      });
      const planted = (await findings(page, 'planted', only)).join();
      expect(planted).toContain(theme === 'dark' ? 'color-contrast' : 'button-name');
    });
  }
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
