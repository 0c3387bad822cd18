// The screens of the window, each shown from a fresh start: for tests that look at every one of them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { painted, selectWords } from '../support/marks.ts';
import type { Host } from './host.ts';
import { expect, type Page } from './test.ts';
import { longBody, pageOf, type Window } from './window.ts';

export type Screen = (window: Window) => Promise<unknown>;

const TITLE = 'On harbours';
const LONG_TITLE =
  'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle and on and on';
/** As Pocket gave it. */
const POCKET = {
  name: 'part_000000.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'title,url,time_added,tags,status\nOn tides,https://example.org/tides,1684913347,sea,unread\nNo page,javascript:1,1684913347,,unread\n',
  ),
};
const PANEL = 'section[aria-labelledby]';

/** Two articles: one with headings, a link to a page that is not saved and a highlight; one with all that is wide. */
export async function fillLibrary(window: Window, host: Host): Promise<void> {
  const link = '<p>The pilot waits at <a href="https://example.org/inn">the inn</a>.</p>';
  // Clipped twice: it has changed in between.
  const earlier = `<h2>Boats</h2>${longBody(10)}<h2>Pilots</h2><p>The pilot is out.</p>`;
  const wide = `${longBody(3)}<pre>${'wide '.repeat(80)}</pre>`;
  const folder = await mkdtemp(join(tmpdir(), 'lectern-screens-'));
  for (const [title, body] of [
    [TITLE, earlier],
    [TITLE, `<h2>Boats</h2>${longBody(10)}<h2>Pilots</h2>${link}`],
    [LONG_TITLE, wide],
  ] as const) {
    const file = join(folder, `${title.slice(0, 20)}.html`);
    await writeFile(file, pageOf(title, body));
    await host.lectern('clip', file, '--url', `https://example.org/${title.length}`);
    await window.isClipped(title);
  }
  await rm(folder, { recursive: true });
  await window.open(TITLE);
  await selectWords(window.page, window.frame, 'Paragraph number 1.', 'lamp');
  await window.page.keyboard.press('h');
  await expect.poll(async () => (await painted(window.frame)).length).toBe(1);
}

/** As if the window had just been opened: what it remembers of its own is forgotten. */
export async function freshStart(page: Page, window: Window): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear();
    history.replaceState(null, '', '#/all');
  });
  await page.reload();
  await expect(window.rows.first()).toBeVisible();
}

/** With the article open, a key brings something. @param shown a selector of what it brings */
const byKey =
  (key: string, shown: string): Screen =>
  async (window) => {
    await window.open(TITLE);
    await window.page.keyboard.press(key);
    await expect(window.page.locator(shown).first()).toBeVisible();
  };

const dialog =
  (key: string): Screen =>
  async ({ page, dialog: shown }) => {
    await page.keyboard.press(key);
    await expect(shown).toBeVisible();
  };

const at =
  (path: string, shown: string): Screen =>
  async ({ page }) => {
    await page.goto(`${new URL(page.url()).origin}/#/${path}`);
    await expect(page.locator(shown).first()).toBeVisible();
  };

/** Shown by keys and addresses alone, and so in any language. */
export const plainScreens: Readonly<Record<string, Screen>> = {
  list: async () => undefined,
  reader: (window) => window.open(TITLE),
  'wide article': (window) => window.open(LONG_TITLE),
  contents: byKey('o', '[role="treeitem"]'),
  original: byKey('Shift+O', 'iframe[sandbox=""]'),
  'left out': async (window) => {
    await window.open(TITLE);
    await window.page.keyboard.press('Shift+L');
    await expect(window.page.frameLocator('iframe').last().locator('.block').first()).toBeVisible();
  },
  versions: byKey('Shift+V', `${PANEL} li button`),
  comparison: byKey('d', '[role="dialog"] ins'),
  links: byKey('l', `${PANEL} a, ${PANEL} p`),
  'highlights panel': byKey('Shift+H', `${PANEL} li`),
  note: byKey('m', `${PANEL} textarea`),
  find: byKey('Control+Shift+F', 'search input'),
  aloud: byKey('r', 'article [role="toolbar"] ~ [role="toolbar"], article [role="toolbar"]'),
  'focus mode': byKey('z', '[data-focus-mode]'),
  'type popover': byKey('Shift+T', '[role="dialog"]'),
  home: at('home', 'main a[data-entry]'),
  'highlights page': at('highlights', 'main [type="checkbox"]'),
  'not yet saved': at('wanted', 'main article'),
  history: at('history', 'main article'),
  'trash menu': async ({ page }) => {
    await page.goto(`${new URL(page.url()).origin}/#/trash`);
    await page.locator('main [aria-haspopup="true"]').first().click();
    await expect(page.locator('[role="menu"]')).toBeVisible();
  },
  storage: at('storage', 'main h2'),
  settings: at('settings', 'main h2'),
  network: at('network', 'main [role="switch"]'),
  about: at('about', 'main details'),
  'restore a backup': async ({ page, dialog: shown }) => {
    await page.goto(`${new URL(page.url()).origin}/#/storage`);
    // Made where there is none yet; nothing has changed else.
    await page.locator('section[aria-labelledby="storage-backups"] button').first().click();
    await page.locator('section[aria-labelledby="storage-backups"] li button').first().click();
    await expect(shown.locator('ul li').first()).toBeVisible();
  },
  import: at('import', 'main h2'),
  'export everything': async ({ page, dialog: shown }) => {
    await page.goto(`${new URL(page.url()).origin}/#/import`);
    await expect(page.locator('main h2').first()).toBeVisible();
    await page.keyboard.press('Shift+E');
    await expect(shown.locator('input').first()).toBeVisible();
  },
  'import looked through': async ({ page }) => {
    await page.goto(`${new URL(page.url()).origin}/#/import`);
    await page.locator('main input[type="file"]').setInputFiles(POCKET);
    await expect(page.locator('main dl')).toBeVisible();
  },
  'import report': async ({ page }) => {
    await page.goto(`${new URL(page.url()).origin}/#/import`);
    const former = page.locator('main a[href*="/imported/"]');
    await page.locator('main input[type="file"]').setInputFiles(POCKET);
    await page.locator('main form [type="submit"]').click();
    await expect(page.locator('main article').first()).toBeVisible();
    await expect(former).toHaveCount(0);
  },
  'article without text': async ({ page }) => {
    await page.goto(`${new URL(page.url()).origin}/#/all`);
    await page.locator('[role="row"]').filter({ hasText: 'On tides' }).click();
    await expect(page.locator('article h1')).toBeVisible();
  },
  'all tags': at('tags', 'main [role="search"], main input'),
  'search with filters': async ({ page, rows }) => {
    await page.goto(
      `${new URL(page.url()).origin}/#/search/${encodeURIComponent('lamp is:reading -has:note')}`,
    );
    await expect(page.locator('main [role="grid"] button').first()).toBeVisible();
    await expect(rows.locator('mark').first()).toBeVisible();
  },
  'new collection': async ({ page, dialog: shown }) => {
    await page.locator('[aria-labelledby="sidebar-collections"] button').first().click();
    await expect(shown.locator('input').first()).toBeFocused();
  },
  'add to a collection': async (window) => {
    await window.open(TITLE);
    await window.page.keyboard.press('b');
    await expect(window.dialog.locator('input').first()).toBeFocused();
    await window.dialog.locator('input').first().fill('Harbours');
    await window.page.keyboard.press('Enter');
    await expect(window.dialog.locator('[role="row"]').first()).toBeVisible();
  },
  'collection with another in it': async ({ page }) => {
    // The menu is a dialog as well, and goes a moment after the other has come.
    const shown = page.locator('section[role="dialog"]');
    const lines = page.locator('[data-collection]');
    await lines.first().locator('a').click();
    if ((await lines.first().locator('[aria-expanded]').count()) < 2) {
      await lines.first().locator('[aria-haspopup]').click();
      await page.locator('[role="menuitem"]').first().click();
      await shown.locator('input').first().fill('Pilots');
      await page.keyboard.press('Enter');
    }
    await expect(shown).toBeHidden();
    await lines.first().locator('a').press('ArrowRight');
    await expect(lines.nth(1)).toBeVisible();
  },
  'save a search': async ({ page, rows, dialog: shown }) => {
    await page.goto(`${new URL(page.url()).origin}/#/search/lamp`);
    await expect(rows.locator('mark').first()).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(shown.locator('input').first()).toBeFocused();
  },
  shortcuts: dialog('?'),
  palette: dialog('Control+k'),
  clip: dialog('c'),
  details: async (window) => {
    await window.open(TITLE);
    await window.page.keyboard.press('F2');
    await expect(window.dialog.locator('input').first()).toBeFocused();
  },
  'read anew': dialog('Shift+R'),
};

/** Shown by their English names. */
export const englishScreens: Readonly<Record<string, Screen>> = {
  'sort menu': async (window) => {
    await window.button('Sort and density').click();
    await expect(window.page.getByRole('menu')).toBeVisible();
  },
  selection: (window) => window.rows.nth(0).click({ modifiers: ['Control'] }),
  'empty list': (window) => window.goTo('Trash'),
  'reader menu': async (window) => {
    await window.open(TITLE);
    await window.button('More').click();
    await expect(window.page.getByRole('menu')).toBeVisible();
  },
  highlight: async (window) => {
    await window.open(TITLE);
    await window.page.keyboard.press('n');
    // From the list, which the click had left the keys in.
    await window.articleHasFocus();
    await window.page.keyboard.press('Enter');
    await expect(window.page.getByRole('dialog', { name: 'Highlight' })).toBeVisible();
    await window.dialog.getByRole('textbox').fill('Ask the pilot.');
    await expect(window.dialog.getByText('Saving')).toBeHidden();
  },
  'selected words': async (window) => {
    await window.open(TITLE);
    await window.frame.getByText('Paragraph number 2.').dblclick();
    await expect(window.page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
  },
  'note as it reads': async (window) => {
    await window.open(TITLE);
    await window.page.keyboard.press('m');
    const note = window.page.getByRole('region', { name: 'Note' });
    await note.getByRole('textbox').fill('# Boats\n\n- [ ] [one](https://example.org)\n\n`two`');
    await note.getByRole('button', { name: 'Show as it reads' }).click();
    await expect(note.getByRole('heading', { name: 'Boats' })).toBeVisible();
  },
  'highlights filter': async (window) => {
    await window.goTo('Highlights');
    await window.page.getByRole('checkbox').first().check();
    await window.button('Tag and dates').click();
    await expect(window.dialog.getByText('Made from')).toBeVisible();
  },
  search: async (window) => {
    await window.search.fill('lamp');
    await expect(window.rows.locator('mark').first()).toBeVisible();
  },
  completion: async (window) => {
    await window.search.fill('is:');
    await expect(window.page.getByRole('option').first()).toBeVisible();
    await window.page.keyboard.press('ArrowDown');
  },
  'found in an article': async (window) => {
    await window.search.fill('lamp');
    await expect(window.rows.locator('mark').first()).toBeVisible();
    await window.open(TITLE);
    const bar = window.page.getByRole('region', { name: 'Words found in this article' });
    await expect(bar).toBeVisible();
  },
  'nothing found': async (window) => {
    await window.search.fill('xyzzy');
    await expect(window.page.getByText('Nothing found')).toBeVisible();
  },
  tags: async (window) => {
    await window.rows.nth(0).click();
    await window.page.keyboard.press('t');
    await window.dialog.getByRole('combobox').fill('books');
    await window.page.keyboard.press('Enter');
    await expect(window.dialog.getByRole('row', { name: 'books' })).toBeVisible();
  },
  'found commands': async (window) => {
    await window.page.keyboard.press('Control+k');
    await window.dialog.getByRole('combobox').fill('a');
    await expect(window.dialog.getByRole('option').first()).toBeVisible();
  },
  'type dialog': async (window) => {
    await window.page.keyboard.press('Shift+T');
    await expect(window.dialog).toBeVisible();
  },
  toast: async (window) => {
    await window.rows.nth(0).click();
    await window.page.keyboard.press('u');
    await expect(window.toasts.first()).toBeVisible();
  },
  'failed clip': async (window) => {
    await window.page.keyboard.press('c');
    await window.dialog.getByRole('textbox').fill('http://127.0.0.1:9/x');
    await window.page.keyboard.press('Enter');
    await expect(window.page.getByText('Not clipped')).toBeVisible();
  },
  // Last: this choice is kept in the library.
  'compact list': async (window) => {
    await window.button('Sort and density').click();
    await window.page.getByRole('menuitemradio', { name: 'Compact' }).click();
    await window.page.keyboard.press('Escape');
    await expect(window.page.getByRole('menu')).toBeHidden();
  },
};
