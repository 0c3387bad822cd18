// The highlights of the whole library: gathered by article, filtered, selected, copied, and the way back into the text.
import { expect, test } from './test.ts';
import { longBody, type Window } from './window.ts';

/** Highlights words through the library itself: how they are selected by hand is another test's. */
async function highlight(lectern: Window, title: string, words: string, colour: string, note = '') {
  await lectern.page.evaluate(
    async (wanted) => {
      const ask = async (name: string, input: object) => {
        const response = await fetch('/rpc', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name, input }),
        });
        return ((await response.json()) as { value: never }).value;
      };
      const { articles } = (await ask('articles.list', {})) as {
        articles: { uid: string; title: string }[];
      };
      const uid = articles.find((one) => one.title === wanted.title)?.uid;
      const { text } = (await ask('articles.content', { uid })) as { text: string };
      const start = text.indexOf(wanted.words);
      if (start < 0) throw new Error(`no such words: ${wanted.words}`);
      const end = start + wanted.words.length;
      const anchor = { quote: wanted.words, prefix: '', suffix: '', start, end };
      await ask('highlights.add', { uid, anchor, colour: wanted.colour, note: wanted.note });
    },
    { title, words, colour, note },
  );
}

test('a page of all highlights, and the way from it into the articles', { tag: '@slow' }, async ({
  lectern,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lectern.goTo('Highlights');
  await expect(page.getByText('Nothing is highlighted yet')).toBeVisible();
  await lectern.goTo('Everything');
  await lectern.clipPage('On harbours', longBody(60));
  await lectern.clipPage('On bees', '<p>They swarmed on Sunday.</p>');
  await highlight(lectern, 'On harbours', 'Paragraph number 50.', 'green');
  await highlight(lectern, 'On harbours', 'Paragraph number 3.', 'blue', 'near the *beginning*');
  await highlight(lectern, 'On bees', 'swarmed on Sunday', 'pink');

  await lectern.goTo('Highlights');
  const list = page.getByRole('main').getByRole('list', { name: 'Highlights' });
  await expect(list.getByRole('heading', { level: 2 })).toHaveText(['On bees', 'On harbours']);
  await expect(list.getByRole('checkbox')).toHaveCount(3);
  await page.getByRole('searchbox', { name: 'Find in quotes and notes' }).fill('beginning');
  await expect(list.getByRole('checkbox')).toHaveCount(1);
  await lectern.button('Clear the filter').click();
  await page.getByRole('button', { name: 'Show Pink' }).click();
  await expect(list.getByRole('heading', { level: 2 })).toHaveText(['On bees']);
  await page.getByRole('button', { name: 'Show Pink' }).click();
  await page.getByRole('button', { name: 'Show only On harbours' }).click();
  await expect(list.getByRole('checkbox')).toHaveCount(2);

  await list.getByRole('checkbox', { name: 'Select “Paragraph number 3.”' }).check();
  await expect(page.getByText('1 selected')).toBeVisible();
  await lectern.button('Copy or export 1 highlight').click();
  await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
  await expect(lectern.toasts.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('## On harbours');
  expect(copied).toContain('> Paragraph number 3.');
  expect(copied).not.toContain('Paragraph number 50');
  await lectern.button('Clear selection').click();
  const saved = page.waitForEvent('download');
  await lectern.button('Copy or export 2 highlights').click();
  await page.getByRole('menuitem', { name: 'Save highlights.csv' }).click();
  expect((await saved).suggestedFilename()).toBe('highlights.csv');

  await list.getByRole('button', { name: /Paragraph number 50/ }).click();
  await lectern.shows('On harbours');
  await expect(lectern.frame.getByText('Paragraph number 50.')).toBeInViewport();
  await expect(page.getByText(/^Highlight 2 of 2, Green: Paragraph number 50/)).toBeAttached();
  await lectern.articleHasFocus();
  await expect(list.getByRole('checkbox')).toHaveCount(2);
  await page.goBack();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Highlights' })).toBeVisible();
});
