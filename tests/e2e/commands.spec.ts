// Every command of the palette, chosen in it by keys alone, and what it does seen.
import en from '../../renderer/app/strings/en.json' with { type: 'json' };
import { line, makePdf } from '../support/make-pdf.ts';
import { painted, selectWords } from '../support/marks.ts';
import { png } from '../support/pictures.ts';
import { expect, test } from './test.ts';
import { longBody, type Window } from './window.ts';

type Command = keyof typeof en.commands;
interface Step {
  readonly command: Command;
  readonly before?: (window: Window) => Promise<unknown>;
  readonly seen: (window: Window) => Promise<unknown>;
}

const picture = `data:image/png;base64,${Buffer.from(png(300, 200)).toString('base64')}`;
const body = `<p>One bell, two bells, three bells, four bells, five bells, six bells.</p>
  <figure><img src="${picture}" alt="A bell"></figure><h2>Noon</h2>${longBody(4)}`;

const step = (command: Command, seen: Step['seen'], before?: Step['before']): Step =>
  before ? { command, seen, before } : { command, seen };

/** What opens over everything is left by Escape. */
const dialog = (command: Command, name: string) =>
  step(command, async (window) => {
    await expect(window.page.getByRole('dialog', { name })).toBeVisible();
    await window.page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
  });

const panel = (command: Command, name: string) => [
  step(command, ({ page }) =>
    expect(page.getByRole('region', { name, exact: true })).toBeVisible(),
  ),
  step(command, ({ page }) => expect(page.getByRole('region', { name, exact: true })).toBeHidden()),
];

const said = (command: Command, text: string) =>
  step(
    command,
    ({ toasts }) => expect(toasts.filter({ hasText: text })).toBeVisible(),
    (window) => window.closeToasts(),
  );

const counted = (command: Command, place: string, number: string) =>
  step(command, (window) => expect(window.place(place)).toHaveText(`${place}${number}`));

const marked = (command: Command, colour: string, words: string) =>
  step(
    command,
    ({ frame }) => expect.poll(() => painted(frame)).toContain(`${colour}: ${words}`),
    ({ page, frame }) => selectWords(page, frame, 'One bell', words),
  );

const found = (command: Command, count: string) =>
  step(command, ({ page }) =>
    expect(
      page.getByRole('search', { name: 'Find in this article' }).getByRole('status'),
    ).toHaveText(count),
  );

const sized = (command: Command, size: string) =>
  step(command, ({ frame }) => expect(frame.getByText('One bell')).toHaveCSS('font-size', size));

const walks: Readonly<Record<string, readonly Step[]>> = {
  'on the article': [
    counted('star', 'Starred', '1'),
    said('toggle-unread', 'Marked as unread'),
    said('toggle-finished', 'Marked as finished'),
    dialog('tag', 'Tags'),
    dialog('details', 'Details'),
    sized('bigger-text', '20px'),
    sized('smaller-text', '19px'),
    dialog('type', 'Type'),
    step('print', async ({ page }) => {
      await expect.poll(() => page.context().pages().length).toBe(2);
      await page.context().pages().at(-1)?.close();
    }),
    counted('archive', 'Archived', '1'),
    counted('undo', 'Archived', ''),
    counted('redo', 'Archived', '1'),
    counted('undo', 'Archived', ''),
    step(
      'trash',
      (window) => expect(window.place('Trash')).toHaveText('Trash1'),
      (window) => window.open('On bells'),
    ),
  ],
  'in the article': [
    marked('highlight', 'yellow', 'two bells'),
    marked('highlight-green', 'green', 'three bells'),
    marked('highlight-blue', 'blue', 'four bells'),
    marked('highlight-pink', 'pink', 'five bells'),
    marked('highlight-purple', 'purple', 'six bells'),
    marked('highlight-yellow', 'yellow', 'One bell'),
    step(
      'previous-highlight',
      ({ frame }) => expect.poll(() => painted(frame)).toContain('focus: six bells'),
      async ({ page }) => {
        await page.keyboard.press('End');
      },
    ),
    step('next-highlight', ({ frame }) =>
      expect
        .poll(async () => (await painted(frame)).some((one) => one.startsWith('focus')))
        .toBe(true),
    ),
    step('caret', async ({ page, frame }) => {
      await expect(frame.locator('.caret')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(frame.locator('.caret')).toHaveCount(0);
    }),
    ...panel('highlights', 'Highlights'),
    step(
      'open-picture',
      async ({ page, frame }) => {
        const viewer = frame.getByRole('dialog', { name: 'Picture' });
        await expect(viewer).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(viewer).toBeHidden();
      },
      ({ page }) => page.keyboard.press('Home'),
    ),
  ],
  'beside and above the article': [
    ...panel('contents', 'Contents'),
    ...panel('linked', 'Links'),
    ...panel('note', 'Note'),
    ...panel('versions', 'Versions'),
    dialog('compare-versions', 'What has changed'),
    step('read-aloud', async ({ page }) => {
      await expect(page.getByRole('toolbar', { name: 'Reading aloud' })).toBeVisible();
      await page.keyboard.press('Escape');
    }),
    step('find-in-article', async ({ page }) => {
      const field = page.getByRole('searchbox', { name: 'Find in this article' });
      await expect(field).toBeFocused();
      await field.fill('lamp');
    }),
    found('find-next', '2 of 6'),
    found('find-previous', '1 of 6'),
    step(
      'history-back',
      (window) => window.shows('Welcome to Lectern'),
      async (window) => {
        await window.page.keyboard.press('Escape');
        await window.open('Welcome to Lectern');
        await window.open('On bells');
      },
    ),
    step('history-forward', (window) => window.shows('On bells')),
    step('focus-mode', ({ list }) => expect(list).toBeHidden()),
    step('focus-mode', ({ list }) => expect(list).toBeVisible()),
    step('original', (window) => expect(window.button('Back to the text')).toBeVisible()),
    step('original', (window) => expect(window.button('Back to the text')).toBeHidden()),
    step('left-out', (window) => expect(window.button('Back to the text')).toBeVisible()),
    step('left-out', (window) => expect(window.button('Back to the text')).toBeHidden()),
    step(
      'pages',
      ({ page }) =>
        expect(
          page.frameLocator('iframe[title^="Pages:"]').locator('canvas').first(),
        ).toBeVisible(),
      async (window) => {
        const content = makePdf({ pages: [{ content: line('On buoys', 72, 700, 22, 'F2') }] });
        await window.clipFiles([{ name: 'On buoys.pdf', content }]);
        await window.open('On buoys');
      },
    ),
  ],
  'of the window': [
    step('toggle-sidebar', (window) => expect(window.place('Inbox')).toBeHidden()),
    step('toggle-sidebar', (window) => expect(window.place('Inbox')).toBeVisible()),
    dialog('shortcuts', 'Keyboard shortcuts'),
    dialog('clip', 'Clip'),
    dialog('re-extract', 'Read the library anew'),
    step('select-all', ({ page }) => expect(page.getByText('2 selected')).toBeVisible()),
    step('search', ({ search }) => expect(search).toBeFocused()),
    step(
      'take-offer',
      ({ search }) => expect(search).toHaveValue('bells'),
      async ({ search, page }) => {
        await search.fill('bellls');
        await expect(page.getByRole('button', { name: 'Did you mean bells?' })).toBeVisible();
      },
    ),
    step(
      'save-search',
      async ({ dialog: shown, page }) => {
        await expect(shown.getByRole('textbox', { name: en.savedSearches.name })).toHaveValue(
          'bells',
        );
        await page.keyboard.press('Escape');
      },
      async ({ search, rows }) => {
        await search.fill('bells');
        await expect(rows).toHaveCount(1);
      },
    ),
    step('history', ({ page }) =>
      expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible(),
    ),
    step('import', ({ page }) =>
      expect(page.getByRole('heading', { level: 1, name: 'Import and export' })).toBeVisible(),
    ),
    step('settings', ({ page }) =>
      expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible(),
    ),
    dialog('export', 'Export everything'),
    step('home', ({ page }) =>
      expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible(),
    ),
    step(
      'collect',
      async (window) => {
        await expect(window.dialog.getByRole('combobox')).toBeFocused();
        await window.page.keyboard.type('Sounds');
        await window.page.keyboard.press('Enter');
        await expect(window.dialog.getByRole('row', { name: 'Sounds' })).toBeVisible();
        await window.page.keyboard.press('Escape');
        await expect(window.dialog).toBeHidden();
      },
      async (window) => {
        await window.goTo('Everything');
        await window.row('On bells').click();
      },
    ),
    step(
      'uncollect',
      ({ page }) => expect(page.getByText('Nothing is in this collection')).toBeVisible(),
      async (window) => {
        await window.goTo('Sounds');
        await window.row('On bells').click();
      },
    ),
    step(
      'delete-for-good',
      async (window) => {
        await expect(window.dialog).toContainText('Delete this article for good?');
        await window.page.keyboard.press('Escape');
      },
      async (window) => {
        await window.goTo('Everything');
        await window.row('On bells').click();
        await window.page.keyboard.press('#');
        await expect(window.row('On bells')).toBeHidden();
        await window.goTo('Trash');
        await window.row('On bells').click();
      },
    ),
  ],
};

/** As one does who knows its name. */
async function choose({ page }: Window, command: Command): Promise<void> {
  const palette = page.getByRole('dialog', { name: en.palette.label });
  const label = en.commands[command];
  await page.keyboard.press('Control+k');
  const field = palette.getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.type(label);
  const options = palette.getByRole('option');
  await expect(palette.getByRole('option', { name: label }).first()).toBeVisible();
  // The first is chosen already; which one that is, is said only when one stops typing.
  const at = (await options.allInnerTexts()).findIndex((text) => text.startsWith(label));
  for (let n = 0; n < at; n++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toBeHidden();
}

/** Most commands are tried where they belong as well: one walk by the palette is enough for every day. */
const QUICK = 'of the window';

for (const [where, steps] of Object.entries(walks)) {
  const tag = where === QUICK ? [] : ['@slow'];
  test(`commands ${where}`, { tag }, async ({ lectern }) => {
    await lectern.clipPage('On bells', body);
    await lectern.goTo('Everything');
    await lectern.open('On bells');
    for (const { command, before, seen } of steps) {
      await test.step(command, async () => {
        await before?.(lectern);
        await choose(lectern, command);
        await seen(lectern);
      });
    }
  });
}

test('no command of the palette is left out', async ({ lectern, page }) => {
  await page.keyboard.press('Control+k');
  const listed = lectern.dialog
    .getByRole('group', { name: 'Commands' })
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('data-key')));
  const walked = new Set(
    Object.values(walks).flatMap((steps) => steps.map(({ command }) => command)),
  );
  expect(new Set(await listed)).toEqual(
    new Set([...walked].map((command) => `command:${command}`)),
  );
});
