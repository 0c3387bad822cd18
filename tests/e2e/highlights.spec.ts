// Highlights in an open article: made by mouse and by keys, recoloured, annotated, undone, found again after a reload.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { painted, selectWords } from '../support/marks.ts';
import { expect, type Page, test } from './test.ts';
import { longBody } from './window.ts';

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selected words' });
const popover = (page: Page) => page.getByRole('dialog', { name: 'Highlight' });

test('words are selected, highlighted, recoloured, annotated, and are there after a reload', async ({
  lectern,
  page,
}) => {
  await lectern.clipPage(
    'On harbours',
    '<p>The tide keeps its own <em>time</em>, and the pilot knows it.</p>',
  );
  await lectern.open('On harbours');
  await selectWords(page, lectern.frame, 'keeps its own', 'keeps its own');
  await bar(page).getByRole('button', { name: 'Green' }).click();
  await expect(bar(page)).toBeHidden();
  await expect.poll(() => painted(lectern.frame)).toEqual(['green: keeps its own']);
  expect(await lectern.frame.locator('html').evaluate(() => String(getSelection()))).toBe('');

  // Two clicks choose a word, as everywhere; one opens the highlight.
  const words = lectern.frame.getByText('keeps its own');
  await words.dblclick({ position: { x: 90, y: 12 } });
  await expect(bar(page)).toBeVisible();
  expect(await words.evaluate(() => String(getSelection()).trim())).toMatch(/^\w+$/);
  await expect(popover(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await words.click({ position: { x: 90, y: 12 } });
  await expect(popover(page)).toBeVisible();
  await page.keyboard.press('3');
  await expect.poll(() => painted(lectern.frame)).toEqual(['blue: keeps its own']);
  await page.keyboard.press('Escape');
  await lectern.articleHasFocus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => painted(lectern.frame)).toEqual(['green: keeps its own']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => painted(lectern.frame)).toEqual(['blue: keeps its own']);

  await page.emulateMedia({ forcedColors: 'active' });
  const looks = await words.evaluate((element) =>
    ['hl-blue', 'search', 'find', 'find-current'].map((name) => {
      const style = getComputedStyle(element, `::highlight(${name})`);
      return `${style.backgroundColor} ${style.textDecorationLine} ${style.textDecorationStyle}`;
    }),
  );
  const plain = 'rgba(0, 0, 0, 0) none solid';
  expect(new Set([...looks, plain]).size, looks.join('; ')).toBe(4);
  expect(looks[1], 'both are words that were looked for').toBe(looks[2]);
  await words.click({ position: { x: 90, y: 12 } });
  await expect(popover(page).getByText('Blue', { exact: true })).toBeVisible();
  await page.emulateMedia({ forcedColors: 'none' });
  await expect(popover(page).getByText('Blue', { exact: true })).toBeHidden();
  await popover(page).getByRole('textbox').fill('Ask the pilot.');
  await expect
    .poll(() => painted(lectern.frame))
    .toEqual(['blue: keeps its own', 'noted: keeps its own']);
  await expect(popover(page).getByText('Saving')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(popover(page)).toBeHidden();
  await page.reload();
  await lectern.shows('On harbours');
  await expect
    .poll(() => painted(lectern.frame))
    .toEqual(['blue: keeps its own', 'noted: keeps its own']);
});

test('without a mouse: the caret selects, keys highlight, go from one to the next and open it', async ({
  lectern,
  page,
}) => {
  await lectern.clipPage(
    'On bees',
    '<p>They swarmed on Sunday.</p><ul><li>Smoke</li><li>Sugar water</li></ul><p>שלום לדבורים ולמים, ולכל מי ששומר עליהן בגינה.</p>',
  );
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await lectern.shows('On bees');
  await lectern.articleHasFocus();
  await page.keyboard.press('v');
  await expect(lectern.frame.locator('.caret')).toBeVisible();
  await expect(page.getByText('A caret is in the text.')).toBeAttached();
  // The first paragraph begins "The lamp above".
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(page.getByText('The lamp', { exact: true })).toBeAttached();
  await page.keyboard.press('h');
  await expect.poll(() => painted(lectern.frame)).toEqual(['yellow: The lamp']);
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('4');
  await expect
    .poll(async () => (await painted(lectern.frame)).map((one) => one.slice(0, 12)))
    .toEqual(['pink: the re', 'yellow: The ']);
  await page.keyboard.press('Escape');
  await expect(lectern.frame.locator('.caret')).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(page.getByText(/^Highlight 1 of 2, Yellow: The lamp/)).toBeAttached();
  await page.keyboard.press('n');
  await expect(page.getByText(/^Highlight 2 of 2, Pink/)).toBeAttached();
  await page.keyboard.press('Shift+N');
  await page.keyboard.press('Enter');
  await expect(popover(page)).toBeVisible();
  await page.keyboard.press('5');
  await expect.poll(async () => (await painted(lectern.frame)).at(-1)).toBe('purple: The lamp');
  await popover(page).getByRole('button', { name: 'Remove highlight' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await painted(lectern.frame)).length).toBe(1);
  await lectern.articleHasFocus();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await painted(lectern.frame)).at(-1)).toBe('purple: The lamp');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await painted(lectern.frame)).length).toBe(1);
  await lectern.toasts.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(async () => (await painted(lectern.frame)).at(-1)).toBe('purple: The lamp');

  // Where lines run from right to left, keys still go where they point.
  await lectern.frame.getByText('שלום').evaluate((element) => {
    if (element.firstChild) getSelection()?.collapse(element.firstChild, 0);
  });
  await page.keyboard.press('v');
  await expect(lectern.frame.locator('.caret')).toBeVisible();
  await lectern.articleHasFocus();
  const caretAt = async () => (await lectern.frame.locator('.caret').boundingBox())?.x ?? 0;
  const right = await caretAt();
  await page.keyboard.press('ArrowLeft');
  const between = await caretAt();
  expect(between).toBeLessThan(right);
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await caretAt()).toBeLessThan(between);
  await page.keyboard.press('2');
  await expect.poll(() => painted(lectern.frame)).toContain('green: ל');
});

test('beside the article: highlights in order, a note in Markdown, and those that lost their place', {
  tag: '@slow',
}, async ({ lectern, page, host, expectedErrors }) => {
  expectedErrors.push(/net::ERR/, /401/);
  await lectern.clipPage(
    'On ferries',
    '<p>The first boat leaves at dawn.</p><table><tr><td>Monday</td><td>Six o’clock</td></tr></table>',
  );
  await lectern.open('On ferries');
  for (const words of ['Six o’clock', 'first boat leaves']) {
    await selectWords(page, lectern.frame, words, words);
    await bar(page).getByRole('button', { name: 'Pink' }).click();
    await expect(bar(page)).toBeHidden();
  }
  const { uid } = await lectern.frame
    .locator('html')
    .evaluate(() => ({ uid: location.pathname.split('/').at(-1) }));

  await page.keyboard.press('Shift+H');
  const panel = page.getByRole('region', { name: 'Highlights' });
  const entries = panel.getByRole('list', { name: 'Highlights' }).getByRole('listitem');
  await expect(entries).toHaveCount(2);
  await expect(entries.nth(0)).toContainText('first boat leaves');
  await entries.nth(0).getByRole('button', { name: 'Write a note' }).click();
  await page.keyboard.type('At six.');
  await expect.poll(() => painted(lectern.frame)).toContain('noted: first boat leaves');
  await entries.nth(1).getByRole('button', { name: /Six/ }).click();
  await lectern.articleHasFocus();
  await expect.poll(() => painted(lectern.frame)).toContain('focus: Six o’clock');

  await page.keyboard.press('m');
  const note = page.getByRole('region', { name: 'Note' });
  await note
    .getByRole('textbox')
    .fill('# Boats\n\n*Early* <img src=x> [there](javascript:alert(1))');
  await expect(note.getByText('Saving')).toBeHidden();
  await note.getByRole('button', { name: 'Show as it reads' }).click();
  await expect(note.getByRole('heading', { name: 'Boats' })).toBeVisible();
  await expect(note.locator('em')).toHaveText('Early');
  await expect(note.getByText('<img src=x>')).toBeVisible();
  await note.getByRole('button', { name: 'there' }).click();
  await expect(page.getByText('This link was not opened')).toBeVisible();
  await note.getByRole('button', { name: 'Show as it reads' }).click();

  // The library's process dies in the middle of a word.
  await host.kill();
  await note.getByRole('textbox').press('End');
  await note.getByRole('textbox').pressSequentially(' and late');
  await host.start();
  loseOne(host.libraryDir, 'first boat leaves');
  await page.goto(`${host.url}`);
  await page.goto(`${new URL(host.url).origin}/#/all/${uid}`);
  await lectern.shows('On ferries');
  await expect(note.getByRole('textbox')).toHaveValue(/and late/);
  await expect(note.getByText('Saving')).toBeHidden();
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft'))),
  ).toEqual([]);

  await page.keyboard.press('Shift+H');
  await expect(panel.getByText('1 highlight has lost its place')).toBeVisible();
  await expect(panel.getByText('words that were there')).toBeVisible();
  await expect.poll(() => painted(lectern.frame)).toEqual(['pink: Six o’clock']);
  await panel.getByRole('button', { name: 'Place by hand' }).click();
  await expect(panel.getByRole('button', { name: 'Place on the selected' })).toBeDisabled();
  await selectWords(page, lectern.frame, 'first boat leaves', 'leaves at dawn');
  await panel.getByRole('button', { name: 'Place on the selected' }).click();
  await expect.poll(() => painted(lectern.frame)).toContain('pink: leaves at dawn');
  await expect(panel.getByText('has lost its place')).toBeHidden();
  await lectern.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByText('1 highlight has lost its place')).toBeVisible();
  await panel.getByRole('button', { name: 'Keep as note' }).click();
  await expect(panel.getByText('has lost its place')).toBeHidden();
  await expect(panel).toBeFocused();
  await page.keyboard.press('m');
  await expect(note.getByRole('textbox')).toHaveValue(/> words that were there/);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('words are highlighted, and opened by a tap', { tag: '@slow' }, async ({
    lectern,
    page,
  }) => {
    await lectern.clipPage('On ferries', '<p>The first boat leaves at dawn.</p>');
    await lectern.row('On ferries').tap();
    await lectern.shows('On ferries');
    const words = lectern.frame.getByText('The first boat');
    // What a long press and its handles leave: a selection, and no pointer that says when it has ended.
    await words.tap();
    await words.evaluate((paragraph) => {
      const text = paragraph.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 4, text, 14);
    });
    await bar(page).getByRole('button', { name: 'Green' }).tap();
    await expect.poll(() => painted(lectern.frame)).toEqual(['green: first boat']);
    const at = await words.evaluate((paragraph) => {
      const range = new Range();
      range.setStart(paragraph.firstChild as Text, 6);
      range.setEnd(paragraph.firstChild as Text, 9);
      const { x, y, height } = range.getBoundingClientRect();
      return { x, y: y + height / 2 };
    });
    const frame = await page.locator('iframe').boundingBox();
    await page.touchscreen.tap((frame?.x ?? 0) + at.x, (frame?.y ?? 0) + at.y);
    await expect(popover(page)).toBeVisible();
    await popover(page).getByRole('textbox').fill('At six.');
    await expect.poll(() => painted(lectern.frame)).toContain('noted: first boat');
  });
});

test('ten thousand highlights in one article, over each other, and a selection without words', {
  tag: '@slow',
}, async ({ lectern, page, host, expectedErrors }) => {
  expectedErrors.push(/net::ERR/, /401/);
  await lectern.clipPage('A long shore', longBody(400));
  await lectern.open('A long shore');
  const uid = await lectern.frame
    .locator('html')
    .evaluate(() => location.pathname.split('/').at(-1) ?? '');
  await host.stop();
  const db = new Database(join(host.libraryDir, 'library.sqlite'));
  const insert = db.prepare(
    `INSERT INTO highlight (uid, article_id, colour, quote, prefix, suffix, start_offset, end_offset, created_at, updated_at)
     SELECT ?, id, ?, 'words', '', '', ?, ?, 1, 1 FROM article WHERE uid = ?`,
  );
  db.transaction(() => {
    for (let n = 0; n < 10_000; n++) {
      const name = `01M7Y6EW800X3DAV${String(n).padStart(10, '0')}`;
      insert.run(name, n % 2 ? 'green' : 'blue', n * 6, n * 6 + 9, uid);
    }
  })();
  db.close();
  await host.start();
  await page.goto(host.url);
  await page.goto(`${new URL(host.url).origin}/#/all/${uid}`);
  await lectern.shows('A long shore');
  await expect
    .poll(() => lectern.frame.locator('html').evaluate(() => CSS.highlights.get('hl-green')?.size))
    .toBe(5000);
  await lectern.frame
    .getByText('The lamp above')
    .first()
    .click({ position: { x: 60, y: 12 } });
  await expect(popover(page)).toBeVisible();
  await page.keyboard.press('5');
  await expect
    .poll(() => lectern.frame.locator('html').evaluate(() => CSS.highlights.get('hl-purple')?.size))
    .toBe(1);
  await page.keyboard.press('Escape');

  // From the end of one paragraph to the beginning of the next there are no words, and that is said.
  await lectern.frame.locator('#content').evaluate((content) => {
    const [first, second] = content.querySelectorAll('p');
    const [end, start] = [first?.lastChild, second?.firstChild];
    if (!(end instanceof Text) || !start) throw new Error('no paragraphs');
    getSelection()?.setBaseAndExtent(end, end.length, start, 0);
  });
  await page.keyboard.press('h');
  await expect(page.getByText('There are no words in this selection')).toBeVisible();
});

/** As when the article's text has changed: its words are gone, and what stood around them is still there. */
function loseOne(libraryDir: string, quote: string): void {
  const db = new Database(join(libraryDir, 'library.sqlite'));
  const { changes } = db
    .prepare(
      "UPDATE highlight SET quote = 'words that were there', start_offset = NULL, end_offset = NULL WHERE quote = ?",
    )
    .run(quote);
  db.close();
  expect(changes).toBe(1);
}
