// That nothing sticks out at any width, and that axe finds nothing on any screen, light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from './test.ts';
import { longBody, type Window } from './window.ts';

const screens: Readonly<Record<string, (window: Window) => Promise<unknown>>> = {
  list: (window) => window.goTo('Everything'),
  'sort menu': async (window) => {
    await window.button('Sort and density').click();
    await expect(window.page.getByRole('menu')).toBeVisible();
  },
  selection: (window) => window.rows.nth(0).click({ modifiers: ['Control'] }),
  'empty list': (window) => window.goTo('Trash'),
  reader: (window) => window.open('On harbours'),
  'reader menu': async (window) => {
    await window.open('On harbours');
    await window.button('More').click();
  },
  highlight: async (window) => {
    await window.open('On harbours');
    // Of the first paragraph, by keys; the popover opens on what was made.
    await window.frame.getByRole('heading', { level: 1 }).click();
    await window.page.keyboard.press('v');
    await window.page.keyboard.press('Shift+End');
    await window.page.keyboard.press('Enter');
    await expect(window.page.getByRole('dialog', { name: 'Highlight' })).toBeVisible();
    await window.dialog.getByRole('textbox').fill('Ask the pilot.');
    await expect(window.dialog.getByText('Saving')).toBeHidden();
  },
  'selected words': async (window) => {
    await window.open('On harbours');
    await window.frame.getByText('Paragraph number 2.').dblclick();
    await expect(window.page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
  },
  'highlights panel': async (window) => {
    await window.open('On harbours');
    await window.page.keyboard.press('Shift+H');
    await expect(window.page.getByText('Ask the pilot.')).toBeVisible();
  },
  note: async (window) => {
    await window.open('On harbours');
    await window.page.keyboard.press('m');
    const note = window.page.getByRole('region', { name: 'Note' });
    await note.getByRole('textbox').fill('# Boats\n\n- [ ] [one](https://example.org)\n\n`two`');
    await note.getByRole('button', { name: 'Show as it reads' }).click();
    await expect(note.getByRole('heading', { name: 'Boats' })).toBeVisible();
  },
  'highlights page': async (window) => {
    await window.goTo('Highlights');
    await window.page.getByRole('checkbox').first().check();
    await window.button('Tag and dates').click();
    await expect(window.dialog.getByText('Made from')).toBeVisible();
  },
  search: async (window) => {
    await window.search.fill('lamp');
    await expect(window.rows.locator('mark').first()).toBeVisible();
  },
  'nothing found': async (window) => {
    await window.search.fill('xyzzy');
    await expect(window.page.getByText('Nothing found')).toBeVisible();
  },
  clip: (window) => window.page.keyboard.press('c'),
  tags: async (window) => {
    await window.rows.nth(0).click();
    await window.page.keyboard.press('t');
    await window.page.keyboard.type('books');
    await window.page.keyboard.press('Enter');
    await expect(window.dialog.getByRole('row', { name: 'books' })).toBeVisible();
  },
  palette: async (window) => {
    await window.page.keyboard.press('Control+k');
    await window.page.keyboard.type('a');
  },
  shortcuts: (window) => window.page.keyboard.press('?'),
  'type popover': async (window) => {
    await window.open('On harbours');
    await window.page.keyboard.press('Control+,');
  },
  'type dialog': (window) => window.button('Type and theme').first().click(),
  toast: async (window) => {
    await window.rows.nth(0).click();
    await window.page.keyboard.press('#');
    await expect(window.toasts.first()).toBeVisible();
  },
  'failed clip': async (window) => {
    await window.page.keyboard.press('c');
    await window.dialog.getByRole('textbox').fill('http://127.0.0.1:9/x');
    await window.page.keyboard.press('Enter');
    await expect(window.page.getByText('Not clipped')).toBeVisible();
  },
  // Last: this choice is kept.
  'compact list': async (window) => {
    await window.button('Sort and density').click();
    await window.page.getByRole('menuitemradio', { name: 'Compact' }).click();
    await window.page.keyboard.press('Escape');
    await expect(window.page.getByRole('menu')).toBeHidden();
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ lectern, page }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await lectern.clipPage('On harbours', longBody(10));
    const found: string[] = [];
    for (const [name, show] of Object.entries(screens)) {
      await freshStart(page, lectern);
      await show(lectern);
      found.push(...(await findings(page, name, colorScheme)));
    }
    expect(found).toEqual([]);
  });
}

/** The article in the frame is somebody else's page. */
async function findings(page: Page, screen: string, scheme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).exclude('iframe');
  // Only the colours differ in the dark.
  if (scheme === 'dark') axe.withRules(['color-contrast']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${screen}: ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

async function freshStart(page: Page, window: Window): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  await page.goto(`${origin}/#/all`);
  await expect(window.rows.first()).toBeVisible();
}

/** The last one is 640 px at 200 % zoom: as wide as 320 px. */
const widths = [1440, 1100, 760, 420, 320];

test('nothing sticks out, at any width', async ({ lectern, page }) => {
  test.setTimeout(120_000);
  const title =
    'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle and on and on';
  await lectern.clipPage(title, `${longBody(3)}<pre>${'wide '.repeat(80)}</pre>`);
  const wide: string[] = [];
  const check = async (where: string) => {
    const sizes = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const beyond = [...document.querySelectorAll('button, a, input, h1, [role="row"]')].filter(
        (element) => {
          const box = element.getBoundingClientRect();
          return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
        },
      );
      return {
        scrollWidth,
        clientWidth,
        beyond: beyond.map((element) => element.outerHTML.slice(0, 80)),
      };
    });
    if (sizes.scrollWidth > sizes.clientWidth) wide.push(`${where}: the window scrolls`);
    wide.push(...sizes.beyond.map((element) => `${where}: ${element}`));
  };
  for (const width of widths) {
    await page.setViewportSize({ width, height: 700 });
    await freshStart(page, lectern);
    await check(`list at ${width}`);
    await lectern.open(title);
    await check(`reader at ${width}`);
    const frame = lectern.frame.locator('html');
    const overflow = await frame.evaluate((html) => html.scrollWidth - html.clientWidth);
    if (overflow > 0) wide.push(`article at ${width}: ${overflow} px too wide`);
    await page.keyboard.press('?');
    await expect(lectern.dialog).toBeVisible();
    await check(`shortcuts at ${width}`);
    await page.keyboard.press('Escape');
  }
  expect(wide).toEqual([]);
});

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
