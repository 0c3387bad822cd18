// Reading in the real window: highlights, notes and the place outlive restarts and crashes, a library that nobody can
// write is read all the same, and every key works with the focus in the article.
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Folders, test } from '../support/electron-app.ts';
import { painted, selectWords } from '../support/marks.ts';
import { png } from '../support/pictures.ts';

const chapters = ['Morning', 'Noon', 'Evening'];

/** No two paragraphs alike, so that a place can be told by its words. */
const chapter = (name: string) =>
  `<h2>${name}</h2>${Array.from({ length: 12 }, (_, at) => `<p>At ${name.toLowerCase()}, bell ${at + 1}, the pilot of the harbour wrote down the tide and the wind, as every pilot before him had done.</p>`).join('')}`;

function writePage(folders: Folders, title: string): string {
  folders.write(`${title}_files/chart.png`, png(320, 200));
  return folders.write(
    `${title}.html`,
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
    <p>Written in a small hand.</p><p>The tide keeps its own time, and the harbour waits for it.</p>
    <img src="${title}_files/chart.png" alt="A chart" width="320" height="200">
    ${chapters.map(chapter).join('')}</article></body></html>`,
  );
}

const frameOf = (window: Page) => window.frameLocator('iframe[title^="Article:"]');
const panel = (window: Page, name: string) => window.getByRole('region', { name, exact: true });
const toolbar = (window: Page) => window.getByRole('toolbar', { name: 'Article' });

const scrolled = (window: Page) =>
  frameOf(window)
    .locator('html')
    .evaluate((html) => html.scrollTop);

const articleHasFocus = (window: Page) =>
  expect.poll(() => window.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');

async function open(window: Page, title: string): Promise<void> {
  // A list that an article does not leave by being opened.
  await window.getByRole('link', { name: /^Everything/ }).click();
  await window
    .getByRole('row')
    .filter({ hasText: new RegExp(`${title}`) })
    .click();
  await shows(window, title);
}

const shows = async (window: Page, title: string) => {
  await expect(frameOf(window).getByRole('heading', { name: title, level: 1 })).toBeVisible();
  await expect(window.locator('iframe')).toHaveCSS('visibility', 'visible');
};

async function find(window: Page, words: string): Promise<void> {
  await window.keyboard.press('Control+Shift+f');
  await expect(window.getByRole('searchbox', { name: 'Find in this article' })).toBeFocused();
  await window.keyboard.type(words);
}

test('highlights, notes and the place are there after a restart', async ({ start, folders }) => {
  const first = await start(writePage(folders, 'The Pilot'));
  const { window } = first;
  await open(window, 'The Pilot');
  await selectWords(window, frameOf(window), 'keeps its own', 'keeps its own time');
  await window
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: 'Green' })
    .click();
  await expect.poll(() => painted(frameOf(window))).toEqual(['green: keeps its own time']);

  // Without a mouse from here on.
  await window.keyboard.press('v');
  await expect(frameOf(window).locator('.caret')).toBeVisible();
  await window.keyboard.press('Control+Home');
  await window.keyboard.press('Control+Shift+ArrowRight');
  await window.keyboard.press('Control+Shift+ArrowRight');
  await window.keyboard.press('4');
  await expect
    .poll(() => painted(frameOf(window)))
    .toEqual(['green: keeps its own time', 'pink: Written in']);
  await window.keyboard.press('Escape');
  await expect(frameOf(window).locator('.caret')).toHaveCount(0);
  await window.keyboard.press('n');
  await window.keyboard.press('Enter');
  const popover = window.getByRole('dialog', { name: 'Highlight' });
  await popover.getByRole('textbox').focus();
  await window.keyboard.type('Ask the pilot.');
  await expect.poll(() => painted(frameOf(window))).toContainEqual(expect.stringMatching(/^noted/));
  await window.keyboard.press('Escape');
  await expect(popover).toBeHidden();
  await window.keyboard.press('m');
  const note = panel(window, 'Note').getByRole('textbox');
  await expect(note).toBeFocused();
  await window.keyboard.type('# Tides');
  await window.keyboard.press('Escape');
  await articleHasFocus(window);
  const marks = ['green: keeps its own time', 'noted: Written in', 'pink: Written in'];
  expect(await painted(frameOf(window))).toEqual(expect.arrayContaining(marks));

  // At once: what is scrolled in steps is also told in steps.
  await frameOf(window)
    .locator('html')
    .evaluate((html) => html.scrollTo({ top: html.scrollHeight / 2, behavior: 'instant' }));
  const read = window.getByRole('progressbar', { name: 'Read so far' });
  await expect(read).toHaveAttribute('aria-valuetext', /^6\d%/);
  const place = await scrolled(window);
  expect(place).toBeGreaterThan(100);
  await first.quit();

  const { window: again } = await start();
  await open(again, 'The Pilot');
  await expect.poll(() => painted(frameOf(again))).toEqual(marks);
  // By the words at the top edge, hence to the line.
  await expect.poll(async () => Math.abs((await scrolled(again)) - place)).toBeLessThan(80);
  await again.keyboard.press('Shift+H');
  await expect(panel(again, 'Highlights').getByText('Ask the pilot.')).toBeVisible();
  await again.keyboard.press('m');
  await expect(panel(again, 'Note').getByRole('textbox')).toHaveValue('# Tides');
});

test('nothing typed is lost when the library’s process dies in the middle of a note', async ({
  start,
  folders,
}) => {
  const first = await start(writePage(folders, 'The Pilot'));
  const { window, pidsOf } = first;
  await open(window, 'The Pilot');
  await window.keyboard.press('m');
  const note = panel(window, 'Note');
  await expect(note.getByRole('textbox')).toBeFocused();
  await window.keyboard.type('It was killed ');
  const [pid = 0] = await pidsOf('Lectern library');
  process.kill(pid, 'SIGKILL');
  await window.keyboard.type('in the middle of a word');
  await expect.poll(() => pidsOf('Lectern library')).not.toContain(pid);
  await expect(note.getByRole('textbox')).toHaveValue('It was killed in the middle of a word');
  // It has come back, and has got everything.
  await expect
    .poll(() => window.evaluate(() => Object.keys(localStorage).filter((key) => /draft/.test(key))))
    .toEqual([]);

  // And when the window is closed before it has saved anything.
  await note.getByRole('textbox').press('End');
  await window.keyboard.type(', and then everything');
  await first.quit();
  const { window: again } = await start();
  await open(again, 'The Pilot');
  if (await panel(again, 'Note').isHidden()) await again.keyboard.press('m');
  await expect(panel(again, 'Note').getByRole('textbox')).toHaveValue(
    'It was killed in the middle of a word, and then everything',
  );
});

test('a library that nobody can write is read with all keys, and says why nothing is kept', async ({
  start,
  folders,
}) => {
  const first = await start(writePage(folders, 'The Pilot'));
  await open(first.window, 'The Pilot');
  await first.quit();
  const undo = makeUnwritable(folders.library);
  try {
    const { window } = await start();
    await expect(window.getByText('This library can only be read')).toBeVisible();
    await open(window, 'The Pilot');
    await frameOf(window).getByRole('heading', { level: 1 }).click();
    await window.keyboard.press('Space');
    await expect.poll(() => scrolled(window)).toBeGreaterThan(100);

    await find(window, 'evening, bell 7');
    await expect(window.getByRole('search').getByRole('status')).toHaveText('1 of 1');
    await window.keyboard.press('Escape');
    await window.keyboard.press('o');
    const items = panel(window, 'Contents').getByRole('treeitem');
    await expect(items).toHaveText(chapters);
    await items.nth(1).click();
    await expect(frameOf(window).getByRole('heading', { name: 'Noon' })).toBeInViewport();

    // Reading alone has said nothing so far.
    const news = window.getByRole('alertdialog');
    await expect(news).toHaveCount(0);
    await selectWords(window, frameOf(window), 'At noon, bell 2,', 'the pilot');
    await window.keyboard.press('h');
    await expect(news).toContainText('The library can only be read, not changed');
    await expect(news).toContainText('open for reading only');
    // The words stay selected.
    await expect
      .poll(() =>
        frameOf(window)
          .locator('html')
          .evaluate(() => String(getSelection())),
      )
      .toBe('the pilot');
    expect(await painted(frameOf(window))).toEqual([]);
  } finally {
    undo();
  }
});

/** Root may write in any folder; but where a lock should be and a folder is, nobody can take the lock. */
function makeUnwritable(library: string): () => void {
  const lock = join(library, 'owner.lock');
  rmSync(lock, { force: true });
  mkdirSync(lock);
  chmodSync(library, 0o555);
  return () => {
    chmodSync(library, 0o755);
  };
}

test('every key that reads works with the focus in the article', async ({ start, folders }) => {
  const { window } = await start(
    writePage(folders, 'The Pilot'),
    writePage(folders, 'Second Mate'),
  );
  await open(window, 'Second Mate');
  await open(window, 'The Pilot');
  await frameOf(window).getByRole('heading', { level: 1 }).click();

  await window.keyboard.press('[');
  await shows(window, 'Second Mate');
  await articleHasFocus(window);
  await window.keyboard.press(']');
  await shows(window, 'The Pilot');
  await articleHasFocus(window);

  for (const [key, name] of [
    ['o', 'Contents'],
    ['Shift+H', 'Highlights'],
    ['m', 'Note'],
  ] as const) {
    await window.keyboard.press(key);
    await expect(panel(window, name)).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(panel(window, name)).toBeHidden();
    await articleHasFocus(window);
  }

  await window.keyboard.press('z');
  await expect(window.getByRole('toolbar', { name: 'Focus mode' })).toBeVisible();
  await expect(window.getByRole('grid')).toBeHidden();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('grid')).toBeVisible();

  await find(window, 'tide');
  const count = window.getByRole('search').getByRole('status');
  await expect(count).toHaveText(/^1 of /);
  await window.keyboard.press('F3');
  await expect(count).toHaveText(/^2 of /);
  await window.keyboard.press('Escape');
  await articleHasFocus(window);

  await frameOf(window).getByRole('button', { name: 'A chart' }).scrollIntoViewIfNeeded();
  await frameOf(window).getByRole('heading', { level: 1 }).click();
  await window.keyboard.press('i');
  const viewer = frameOf(window).getByRole('dialog');
  await expect(viewer).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(viewer).toBeHidden();

  const size = () =>
    frameOf(window)
      .locator('#content')
      .evaluate((content) => Number.parseFloat(getComputedStyle(content).fontSize));
  const before = await size();
  await window.keyboard.press('+');
  await expect.poll(size).toBeGreaterThan(before);
  await window.keyboard.press('-');
  await expect.poll(size).toBe(before);

  await window.keyboard.press('Shift+T');
  await expect(window.getByRole('dialog', { name: 'Type and theme' })).toBeVisible();
  await window.keyboard.press('Escape');
  await articleHasFocus(window);
  const below = () =>
    frameOf(window)
      .locator('html')
      .evaluate((html) => html.scrollHeight - html.scrollTop - html.clientHeight);
  // Chromium loses a key that comes while the page still glides, and what is related may come under the end.
  await expect(async () => {
    await window.keyboard.press('End');
    await expect.poll(below, { timeout: 2000 }).toBeLessThan(2);
  }).toPass();
  await expect(async () => {
    await window.keyboard.press('Home');
    await expect.poll(() => scrolled(window), { timeout: 2000 }).toBe(0);
  }).toPass();
  await window.keyboard.press('?');
  await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await window.keyboard.press('Escape');
  await articleHasFocus(window);
  await window.keyboard.press('s');
  await expect(toolbar(window).getByRole('button', { name: 'Remove star' })).toBeVisible();
});

test('the open article becomes another version by itself, and what differs is shown', async ({
  start,
  folders,
}) => {
  const page = (words: string) =>
    folders.write(
      'owls.html',
      `<!doctype html><html lang="en"><head><title>Owls</title><link rel="canonical" href="https://example.org/owls">
      </head><body><article><h1>Owls</h1><p>The ${words} sat still in the snow.</p>${chapter('Morning')}</article></body></html>`,
    );
  const { window } = await start(page('old owl'));
  await open(window, 'Owls');
  await expect(frameOf(window).getByText('The old owl')).toBeVisible();
  await window.keyboard.press('c');
  const chooser = window.waitForEvent('filechooser');
  await window.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles(page('young owl'));
  await expect(frameOf(window).getByText('The young owl')).toBeVisible({ timeout: 30_000 });
  await shows(window, 'Owls');
  await toolbar(window).getByRole('button', { name: 'More' }).click();
  await window.getByRole('menuitem', { name: 'Versions (2)' }).click();
  await panel(window, 'Versions')
    .getByRole('button', { name: /^Compare/ })
    .click();
  await expect(window.getByRole('dialog').locator('ins')).toHaveText('young');
});
