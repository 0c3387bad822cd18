// Highlights in an article whose content changes under them.
import { painted, selectWords } from '../support/marks.ts';
import { png } from '../support/pictures.ts';
import { changeContent } from './change-content.ts';
import { expect, test } from './test.ts';

const picture = `data:image/png;base64,${Buffer.from(png(300, 200)).toString('base64')}`;

test('a highlight over a picture stays at its words when the picture goes', {
  tag: '@slow',
}, async ({ lectern, page, host }) => {
  await lectern.clipPage(
    'On lamps',
    `<p>The wick is trimmed <img src="${picture}" alt="A wick"> every evening at six.</p>`,
  );
  await lectern.open('On lamps');
  await expect(lectern.frame.locator('img')).toHaveCount(1);
  await selectWords(page, lectern.frame, 'The wick is trimmed', 'The wick is trimmed');
  await lectern.frame.getByText('The wick is trimmed').evaluate((paragraph) => {
    const [first, last] = [paragraph.firstChild as Text, paragraph.lastChild as Text];
    getSelection()?.setBaseAndExtent(first, 4, last, ' every evening'.length);
  });
  await page.keyboard.press('h');
  const words = ['yellow: wick is trimmed every evening'];
  await expect.poll(() => painted(lectern.frame)).toEqual(words);

  changeContent(host.libraryDir, (html) => html.replace(/<img[^>]*>/, ''));
  await page.reload();
  await lectern.shows('On lamps');
  await expect(lectern.frame.locator('img')).toHaveCount(0);
  await expect.poll(() => painted(lectern.frame)).toEqual(words);
  await lectern.frame.getByText('The wick is trimmed').click({ position: { x: 60, y: 12 } });
  await expect(page.getByRole('dialog', { name: 'Highlight' })).toBeVisible();
});
