// Every control of every screen by keyboard alone.
import { unreached } from './reach.ts';
import { expect, test } from './test.ts';
import type { Window } from './window.ts';

const screens: Readonly<Record<string, (window: Window) => Promise<unknown>>> = {
  list: (window) => window.goTo('Everything'),
  reader: (window) => window.open('Welcome to Lectern'),
  type: async (window) => {
    await window.page.keyboard.press('Control+,');
    await expect(window.dialog).toBeVisible();
  },
  clip: async (window) => {
    await window.page.keyboard.press('c');
    await expect(window.dialog).toBeVisible();
  },
};

test('no control is out of reach', async ({ lectern, page }) => {
  test.setTimeout(180_000);
  const found: string[] = [];
  for (const [name, show] of Object.entries(screens)) {
    await show(lectern);
    found.push(...(await unreached(page)).map((control) => `${name}: ${control}`));
    if ((await lectern.dialog.count()) > 0) await page.keyboard.press('Escape');
  }
  expect(found).toEqual([]);
});

test('a control out of reach is seen', async ({ lectern, page }) => {
  await lectern.goTo('Everything');
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.textContent = 'Mouse only';
    button.tabIndex = -1;
    document.querySelector('main')?.append(button);
  });
  expect(await unreached(page)).toContain('button Mouse only');
});
