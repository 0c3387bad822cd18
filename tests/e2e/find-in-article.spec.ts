// Finding words in the open article, and the way back through the articles that were open before.
import { expect, test } from './test.ts';
import { longBody, type Window } from './window.ts';

/** What is painted as the hit that is current, and whether it is in sight. */
const currentHit = (window: Window) =>
  window.frame.locator('body').evaluate(() => {
    const [range] = [...(CSS.highlights.get('find-current') ?? [])] as Range[];
    const box = range?.getBoundingClientRect();
    const isSeen =
      box !== undefined &&
      box.top >= 0 &&
      box.bottom <= innerHeight &&
      box.left >= 0 &&
      box.right <= innerWidth;
    return { words: String(range ?? ''), isSeen };
  });

test('counts, steps through, and leaves the place selected', async ({ lectern, page }) => {
  const body = `<p>A <b>har</b>bour town.</p>${longBody(30)}<p>The HÁRBOUR again.</p>${longBody(30)}
    <pre>${'quay '.repeat(80)}harbour lights</pre>`;
  await lectern.clipPage('On quays', body);
  await lectern.open('On quays');
  await lectern.frame.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+Shift+f');
  const field = page.getByRole('searchbox', { name: 'Find in this article' });
  const count = page.getByRole('search', { name: 'Find in this article' }).getByRole('status');
  await expect(field).toBeFocused();
  await page.keyboard.type('harbour');
  await expect(count).toHaveText('1 of 3');
  await expect.poll(() => currentHit(lectern)).toEqual({ words: 'harbour', isSeen: true });
  await page.keyboard.press('Enter');
  await expect(count).toHaveText('2 of 3');
  await expect.poll(() => currentHit(lectern)).toEqual({ words: 'HÁRBOUR', isSeen: true });
  await page.keyboard.press('F3');
  await page.keyboard.press('F3');
  await expect(count).toHaveText('1 of 3');
  await page.keyboard.press('Shift+Enter');
  await expect(count).toHaveText('3 of 3');
  await expect.poll(() => currentHit(lectern)).toEqual({ words: 'harbour', isSeen: true });
  await page.keyboard.press('Shift+F3');
  await expect(count).toHaveText('2 of 3');

  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await lectern.articleHasFocus();
  await expect
    .poll(() => lectern.frame.locator('body').evaluate(() => String(getSelection())))
    .toBe('HÁRBOUR');
  await expect.poll(() => currentHit(lectern)).toEqual({ words: '', isSeen: false });

  await page.keyboard.press('Control+Shift+f');
  await expect(field).toBeFocused();
  await page.keyboard.type('xyzzy');
  await expect(count).toHaveText('Not found');
});

test('one paragraph of two million letters does not stop it', { tag: '@slow' }, async ({
  lectern,
  page,
}) => {
  await lectern.clipPage('Very long', `<p>${'a long word and '.repeat(125_000)}</p>`);
  await lectern.open('Very long');
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('word');
  const count = page.getByRole('search').getByRole('status');
  await expect(count).toHaveText('1 of 125,000');
  await page.keyboard.press('Shift+Enter');
  await expect(count).toHaveText('125,000 of 125,000');
});

test('back and forward lead through the articles, each at its place', { tag: '@slow' }, async ({
  lectern,
  page,
}) => {
  await lectern.clipPage('First walk', longBody(60));
  await lectern.clipPage('Second walk', longBody(60));
  await lectern.open('First walk');
  await lectern.frame.getByRole('heading', { level: 1 }).click();
  for (let n = 0; n < 3; n++) await page.keyboard.press('Space');
  const scrolled = () => lectern.frame.locator('html').evaluate((html) => html.scrollTop);
  const place = await scrolled();
  // A page leaves two lines to find one's place by.
  const { line, height } = await lectern.frame.locator('#content').evaluate((content) => ({
    line: Number.parseFloat(getComputedStyle(content).lineHeight),
    height: window.innerHeight,
  }));
  expect(Math.abs(place - 3 * (height - 2 * line))).toBeLessThan(3);
  await expect(page.getByText('min left')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /\d+ min left$/);

  await lectern.open('Second walk');
  await expect(lectern.button('Forward to the next article')).toBeDisabled();
  await page.keyboard.press('[');
  await lectern.shows('First walk');
  await expect.poll(async () => Math.abs((await scrolled()) - place)).toBeLessThan(60);
  await lectern.articleHasFocus();
  await page.keyboard.press('Alt+ArrowRight');
  await lectern.shows('Second walk');
  await lectern.button('Back to the article before').click();
  await lectern.shows('First walk');
  await lectern.frame.locator('body').dispatchEvent('mouseup', { button: 4 });
  await lectern.shows('Second walk');
  await page.locator('body').dispatchEvent('mouseup', { button: 3 });
  await lectern.shows('First walk');

  // With the focus on nothing, the keys that scroll are the article's.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Home');
  await expect.poll(scrolled).toBe(0);
  await page.keyboard.press('Space');
  await expect.poll(scrolled).toBeGreaterThan(100);
});
