// Highlights in the frame of an article: words are selected as with a hand, and what is painted is read back.
import type { FrameLocator, Page } from '@playwright/test';

/** The words that each colour lies over in the frame, as painted. */
export const painted = (frame: FrameLocator) =>
  frame.locator('html').evaluate(() =>
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
export async function selectWords(page: Page, frame: FrameLocator, within: string, words: string) {
  const box = await frame
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
  const place = await page.locator('iframe').boundingBox();
  const [fromX = 0, fromY = 0, toX = 0, toY = 0] = box;
  const { x = 0, y = 0 } = place ?? {};
  await page.mouse.move(x + fromX, y + fromY);
  await page.mouse.down();
  await page.mouse.move(x + toX - 2, y + toY, { steps: 4 });
  await page.mouse.move(x + toX, y + toY);
  await page.mouse.up();
}
