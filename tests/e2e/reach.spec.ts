// Every control of every screen by keyboard alone.
import { unreached } from './reach.ts';
import { fillLibrary, freshStart, plainScreens, type Screen } from './screens.ts';
import { expect, test } from './test.ts';

/** Shown one after the other, what they bring stands beside each other: each walk is long enough. */
const together =
  (...names: readonly string[]): Screen =>
  async (window) => {
    for (const name of names) await plainScreens[name]?.(window);
  };

const walks: Readonly<Record<string, Readonly<Record<string, Screen>>>> = {
  'with an article open': {
    'reader, highlights and find': together('highlights panel', 'find'),
    'contents and reading aloud': together('contents', 'aloud'),
    note: together('note'),
    links: together('links'),
    versions: together('versions'),
    comparison: together('comparison'),
    'type of the article': together('type popover'),
  },
  'in lists, pages and dialogs': {
    list: together('list'),
    'highlights page': together('highlights page'),
    'not yet saved': together('not yet saved'),
    clip: together('clip'),
    shortcuts: together('shortcuts'),
  },
};

for (const [where, screens] of Object.entries(walks)) {
  test(`no control is out of reach ${where}`, { tag: '@slow' }, async ({ lectern, page, host }) => {
    test.setTimeout(240_000);
    await fillLibrary(lectern, host);
    const found: string[] = [];
    for (const [name, show] of Object.entries(screens)) {
      await freshStart(page, lectern);
      await show(lectern);
      found.push(...(await unreached(page)).map((control) => `${name}: ${control}`));
    }
    expect(found).toEqual([]);
  });
}

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
