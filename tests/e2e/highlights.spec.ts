// Highlights in an open article: made by mouse and by keys, recoloured, annotated, undone, found again after a reload.
import { expect, type Page, test } from './test.ts';
import type { Window } from './window.ts';

/** The words that each colour lies over in the frame, as painted. */
const painted = (lectern: Window) =>
  lectern.frame.locator('html').evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('hl-'))
      .flatMap(([name, ranges]) =>
        [...ranges].map((range) => {
          const live = new Range();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return `${name.slice(3)}: ${live.toString().replace(/\s+/g, ' ')}`;
        }),
      )
      .toSorted(),
  );

/** Drags over words of a paragraph, as a hand does. */
async function selectWords(page: Page, lectern: Window, within: string, words: string) {
  const box = await lectern.frame
    .getByText(within)
    .first()
    .evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const rects = [...range.getClientRects()];
        const [first, last] = [rects[0], rects.at(-1)];
        if (!first || !last) break;
        return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
      }
      throw new Error(`no such words: ${wanted}`);
    }, words);
  const frame = await page.locator('iframe').boundingBox();
  const [fromX = 0, fromY = 0, toX = 0, toY = 0] = box;
  const { x = 0, y = 0 } = frame ?? {};
  await page.mouse.move(x + fromX, y + fromY);
  await page.mouse.down();
  await page.mouse.move(x + toX - 2, y + toY, { steps: 4 });
  await page.mouse.move(x + toX, y + toY);
  await page.mouse.up();
}

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
  await selectWords(page, lectern, 'keeps its own', 'keeps its own');
  await bar(page).getByRole('button', { name: 'Green' }).click();
  await expect(bar(page)).toBeHidden();
  await expect.poll(() => painted(lectern)).toEqual(['green: keeps its own']);
  expect(await lectern.frame.locator('html').evaluate(() => String(getSelection()))).toBe('');

  await lectern.frame.getByText('keeps its own').click({ position: { x: 90, y: 12 } });
  await expect(popover(page)).toBeVisible();
  await page.keyboard.press('3');
  await expect.poll(() => painted(lectern)).toEqual(['blue: keeps its own']);
  await popover(page).getByRole('textbox').fill('Ask the pilot.');
  await expect
    .poll(() => painted(lectern))
    .toEqual(['blue: keeps its own', 'noted: keeps its own']);
  await expect(popover(page).getByText('Saving')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(popover(page)).toBeHidden();
  await page.reload();
  await lectern.shows('On harbours');
  await expect
    .poll(() => painted(lectern))
    .toEqual(['blue: keeps its own', 'noted: keeps its own']);
});

test('without a mouse: the caret selects, keys highlight, go from one to the next and open it', async ({
  lectern,
  page,
}) => {
  await lectern.clipPage(
    'On bees',
    '<p>They swarmed on Sunday.</p><ul><li>Smoke</li><li>Sugar water</li></ul>',
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
  await expect.poll(() => painted(lectern)).toEqual(['yellow: The lamp']);
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('4');
  await expect
    .poll(async () => (await painted(lectern)).map((one) => one.slice(0, 12)))
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
  await expect.poll(async () => (await painted(lectern)).at(-1)).toBe('purple: The lamp');
  await popover(page).getByRole('button', { name: 'Remove highlight' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await painted(lectern)).length).toBe(1);
  await lectern.articleHasFocus();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await painted(lectern)).at(-1)).toBe('purple: The lamp');
});
