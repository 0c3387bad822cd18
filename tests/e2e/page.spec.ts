// The page of an article: its type for one and for all, pictures large, footnotes in place, code in colours, blocks in
// their direction, alone in the window; and pages that nobody would write.

import { paintHills } from '../shots/paint.ts';
import { axeFindings } from '../support/axe.ts';
import { expect, type Page, test } from './test.ts';
import { longBody, pageOf } from './window.ts';

const hills = (colour: number): string => {
  const scene = {
    sky: [
      [colour, 200, 210],
      [240, 220, 200],
    ],
    hills: [[60, 100, colour]],
    sun: null,
  } as const;
  return `data:image/png;base64,${paintHills(scene, 640, 400).toString('base64')}`;
};

test('type is set for one article, for all, and given back', { tag: '@slow' }, async ({
  lectern,
  page,
}) => {
  await lectern.clipPage('A long walk', longBody(30));
  await lectern.goTo('Everything');
  await lectern.open('A long walk');
  const paragraph = lectern.frame.locator('#content p').first();
  await page.keyboard.press('Shift+T');
  const panel = page.getByRole('dialog', { name: 'Type and theme' });
  await panel.getByText('This article', { exact: true }).click();
  await panel.getByText('Legible').click();
  await panel.getByText('Justified').click();
  await panel.getByText('Black').click();
  await expect(paragraph).toHaveCSS('font-family', /Atkinson/);
  await expect(paragraph).toHaveCSS('text-align', 'justify');
  await expect(lectern.frame.locator('html')).toHaveCSS('background-color', 'rgb(0, 0, 0)');
  // A slider is seen while it moves, and the line at the top stays.
  await panel.getByRole('slider', { name: 'Size' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(paragraph).toHaveCSS('font-size', '20px');
  await page.keyboard.press('Escape');
  await lectern.goTo('Everything');
  await lectern.open('Welcome to Lectern');
  await expect(paragraph).toHaveCSS('font-family', /Literata/);
  await expect(paragraph).toHaveCSS('font-size', '19px');

  await lectern.open('A long walk');
  await expect(paragraph).toHaveCSS('font-size', '20px');
  await page.keyboard.press('Shift+T');
  await panel.getByRole('button', { name: 'Use for all' }).click();
  await expect(panel.getByRole('button', { name: 'Use for all' })).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'black');
  await panel.getByText('Break words at line ends').click();
  await expect(lectern.frame.locator('#content')).toHaveCSS('hyphens', 'manual');
  await panel.getByText('This article', { exact: true }).click();
  await panel.getByText('Sepia').click();
  await expect(lectern.frame.locator('html')).toHaveAttribute('data-theme', 'sepia');
  expect(await axe(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Back to my defaults' }).click();
  await expect(lectern.frame.locator('html')).toHaveAttribute('data-theme', 'black');
  await page.keyboard.press('Escape');
  await lectern.frame.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('+');
  await expect(paragraph).toHaveCSS('font-size', '21px');
  await page.keyboard.press('-');
  await expect(paragraph).toHaveCSS('font-size', '20px');
  await lectern.open('Welcome to Lectern');
  await expect(paragraph).toHaveCSS('font-family', /Atkinson/);
});

test('pictures open large and are left by keys; missing ones leave their words', {
  tag: '@slow',
}, async ({ lectern, page }) => {
  const body = `<figure><img src="${hills(120)}" alt="Hills at noon"><figcaption>Seen from the road.</figcaption></figure>
    ${longBody(6)}<figure><img src="${hills(40)}" alt="Hills at night"></figure><p><img src="gone.png" alt="A lost one"></p>`;
  await lectern.clipPage('On hills', body);
  await lectern.open('On hills');
  const { frame } = lectern;
  const lost = frame.getByText('A lost one');
  await expect(lost).toHaveAttribute('data-lectern-own', '');
  const noon = frame.getByRole('button', { name: 'Hills at noon' });
  await noon.focus();
  await page.keyboard.press('Enter');
  const viewer = frame.getByRole('dialog', { name: 'Picture' });
  const shown = viewer.getByRole('img');
  await expect(shown).toHaveAccessibleName('Hills at noon');
  await expect(viewer.getByText('Seen from the road.')).toBeVisible();
  await expect(viewer.getByText('1 of 2')).toBeVisible();
  // It has the whole window.
  await expect(page.locator('iframe')).toHaveCSS('position', 'fixed');
  expect(await axe(page, '.viewer')).toEqual([]);
  const width = async () => (await shown.boundingBox())?.width ?? 0;
  await expect.poll(width).toBe(640);
  await page.keyboard.press('+');
  await expect.poll(width).toBeCloseTo(896, 0);
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByText('1 of 2')).toBeVisible();
  await page.keyboard.press('0');
  await expect.poll(width).toBe(640);
  await page.keyboard.press('ArrowRight');
  await expect(shown).toHaveAccessibleName('Hills at night');
  // The focus goes round within it.
  for (let n = 0; n < 8; n++) await page.keyboard.press('Tab');
  expect(await viewer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await expect(noon).toBeFocused();
  await expect(page.locator('iframe')).not.toHaveCSS('position', 'fixed');
  await page.keyboard.press('i');
  await expect(viewer).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a picture that cannot be loaded keeps its place', { tag: '@slow' }, async ({
  lectern,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/);
  await lectern.clipPage(
    'On hills',
    `<p><img src="${hills(90)}" alt="Hills at dawn"></p>${longBody(3)}`,
  );
  await context.route('**/asset/**', (route) => route.fulfill({ status: 404 }));
  await lectern.open('On hills');
  const box = lectern.frame.locator('.missing-picture');
  await expect(box).toHaveText('Hills at dawn');
  const { width = 0, height = 0 } = (await box.boundingBox()) ?? {};
  expect(width / height).toBeCloseTo(640 / 400, 1);
});

test('a footnote opens by its mark, goes by Escape, and leads to the note', {
  tag: '@slow',
}, async ({ lectern, page }) => {
  const body = `<p>The lamp was lit.<sup id="r1"><a href="#n1">1</a></sup> It stayed so.</p>${longBody(30)}
    <ol><li id="n1">A gift of <em>his aunt</em>. <a href="#r1">↩</a></li></ol>`;
  await lectern.clipPage('On lamps', body);
  await lectern.open('On lamps');
  const { frame } = lectern;
  const mark = frame.locator('sup a');
  await mark.focus();
  await page.keyboard.press('Enter');
  const note = frame.getByRole('dialog', { name: 'Note' });
  await expect(note).toContainText('A gift of his aunt.');
  await expect(note.getByRole('link')).toHaveCount(0);
  await expect(note.locator('[id]')).toHaveCount(0);
  expect(await axe(page, '.note')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(mark).toBeFocused();
  await mark.click();
  await note.getByRole('button', { name: 'Go to the note' }).click();
  const item = frame.getByRole('listitem').filter({ hasText: 'A gift' });
  await expect(item).toBeInViewport();
  await frame.getByRole('link', { name: '↩' }).click();
  await expect(mark).toBeInViewport();
  await expect(note).toBeHidden();
});

test('code has its colours, and blocks run their own way', { tag: '@slow' }, async ({
  lectern,
}) => {
  const body = `<pre><code class="language-js">const lamp = 'lit'; // always</code></pre>
    <pre>Not in any language that one could be sure of.
So it has none.</pre><p>المصباح فوق مكتب القراءة أُضيء كل مساء، the lamp، وبقي مضاءً.</p>
    <ul><li>المصباح</li><li>الزيت</li></ul><table><tr><td>wide ${'table '.repeat(40)}</td><td>${'x'.repeat(300)}</td></tr></table>`;
  await lectern.clipFiles([
    {
      name: 'code.html',
      content: pageOf('On code', body).replace('lang="en"', 'lang="xx-invalid-tag"'),
    },
  ]);
  await lectern.isClipped('On code');
  await lectern.closeToasts();
  await lectern.open('On code');
  const { frame } = lectern;
  const coloured = () =>
    frame
      .locator('html')
      .evaluate(() =>
        Object.fromEntries(
          ['code-word', 'code-text', 'code-comment', 'code-name'].map((name) => [
            name,
            [...(CSS.highlights.get(name) ?? [])].map((range) =>
              (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
            ),
          ]),
        ),
      );
  await expect.poll(coloured).toEqual({
    'code-word': ['const'],
    'code-text': ["'lit'"],
    'code-comment': ['// always'],
    'code-name': [],
  });
  await expect(frame.locator('pre code span')).toHaveCount(0);
  await expect(frame.locator('#content p[dir="rtl"]')).toHaveCSS('direction', 'rtl');
  await expect(frame.locator('#content ul')).toHaveCSS('direction', 'rtl');
  await expect(frame.locator('pre').first()).toHaveCSS('direction', 'ltr');
  const pane = frame.locator('.pane');
  expect(await pane.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
});

test('focus mode leaves the article alone, dims what is not read, and ends with Escape', async ({
  lectern,
  page,
}) => {
  await lectern.clipPage('A long walk', longBody(40));
  await lectern.goTo('Everything');
  await lectern.open('A long walk');
  await lectern.frame.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('z');
  await expect(lectern.list).toBeHidden();
  await expect(lectern.place('Inbox')).toBeHidden();
  await expect(lectern.button('Archive')).toBeHidden();
  await lectern.button('Dim all but the paragraph being read').click();
  const dimmed = () =>
    lectern.frame.locator('html').evaluate(() => CSS.highlights.get('dimmed')?.size ?? 0);
  await expect.poll(dimmed).toBe(2);
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('j');
  await lectern.shows('Welcome to Lectern');
  await expect.poll(dimmed).toBe(2);
  await page.keyboard.press('Escape');
  await expect(lectern.list).toBeVisible();
  await expect(lectern.button('Archive')).toBeVisible();
  await expect.poll(dimmed).toBe(0);
});

test('pages that nobody would write open and scroll', { tag: '@slow' }, async ({
  lectern,
  page,
}) => {
  test.setTimeout(180_000);
  const words = 'The lamp above the reading desk was lit every evening. ';
  await lectern.clipFiles([
    { name: 'one.html', content: pageOf('One paragraph', `<p>${words.repeat(40_000)}</p>`) },
    {
      name: 'many.html',
      content: pageOf(
        'Many headings',
        Array.from({ length: 5000 }, (_, n) => `<h2>Part ${n}</h2><p>${words}</p>`).join(''),
      ),
    },
  ]);
  for (const title of ['One paragraph', 'Many headings']) {
    await expect(lectern.row(title)).toBeVisible({ timeout: 60_000 });
    await lectern.open(title);
    await lectern.frame.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('End');
    const end = () =>
      lectern.frame
        .locator('html')
        .evaluate((html) => html.scrollHeight - html.scrollTop - html.clientHeight < 2);
    await expect.poll(end, { timeout: 20_000 }).toBe(true);
    await page.keyboard.press('Home');
    await expect(lectern.frame.getByRole('heading', { level: 1 })).toBeInViewport();
  }
});

/** What stands in the article is somebody else's, but for an element of ours. */
function axe(page: Page, own?: string): Promise<string[]> {
  const [article] = page.mainFrame().childFrames();
  if (own && !article) throw new Error('no article is open');
  // The heading of the first level is the article's own.
  return own && article
    ? axeFindings(article, { within: own })
    : axeFindings(page, { without: ['page-has-heading-one'] });
}
