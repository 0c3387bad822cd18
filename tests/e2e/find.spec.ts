// Finding: answers while one types, marks that are elements, and the way from a hit into the article.
import { expect, test } from './test.ts';
import { longBody, pageOf } from './window.ts';

test.beforeEach(async ({ lectern }) => {
  await lectern.clipFiles([
    {
      name: 'a.html',
      content: pageOf('On harbours', '<p>The <b>quayside</b> was wet with rain.</p>'),
    },
    {
      name: 'b.html',
      content: pageOf('On gardens', `${longBody(30)}<p>Beside the quayside grew thyme.</p>`),
    },
    { name: 'c.html', content: pageOf('Über Gärten', '<p>Hinter dem Haus wächst Thymian.</p>') },
  ]);
  for (const title of ['On harbours', 'On gardens', 'Über Gärten']) {
    await lectern.isClipped(title);
  }
});

test('marks the words and counts the hits, while one types', async ({ lectern, page }) => {
  await page.keyboard.press('/');
  await expect(lectern.search).toBeFocused();
  await page.keyboard.type('quays', { delay: 30 });
  await expect(lectern.rows).toHaveCount(2);
  await expect(page.getByText('2 articles', { exact: true })).toBeVisible();
  await expect(lectern.rows.locator('mark').first()).toHaveText(/^quays/);
  await page.keyboard.type('ide gardens', { delay: 30 });
  await expect(lectern.rows).toHaveCount(1);
});

test('answers any string, and says when nothing was found', { tag: '@slow' }, async ({
  lectern,
}) => {
  for (const text of ['"', '((', 'NEAR(', '*', 'a"b*c', '-', 'tag:', '😀', 'x'.repeat(3000)]) {
    await lectern.search.fill(text);
    await expect(lectern.page.getByRole('alert')).toHaveCount(0);
  }
  await lectern.search.fill('xyzzy');
  await expect(lectern.page.getByText('Nothing found')).toBeVisible();
  await lectern.search.fill('thymian');
  await expect(lectern.rows).toHaveCount(1);
});

test('by keyboard into the article, with the words marked there', async ({ lectern, page }) => {
  await page.keyboard.press('Control+f');
  await page.keyboard.type('quayside gardens');
  await expect(lectern.rows).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(lectern.list).toBeFocused();
  await page.keyboard.press('Enter');
  await lectern.shows('On gardens');
  const marked = await lectern.frame.locator('body').evaluate(() => {
    const ranges = [...(CSS.highlights.get('search') ?? [])] as Range[];
    const box = ranges.find((range) => String(range) === 'quayside')?.getBoundingClientRect();
    return { words: ranges.map(String), inView: box !== undefined && box.top < window.innerHeight };
  });
  expect(marked.words).toContain('quayside');
  expect(marked.words).toContain('gardens');
});

test('from place to place of the words in the article, by F3, and without them', async ({
  lectern,
  page,
}) => {
  const places = `<p>A heron on the mole.</p>${longBody(30)}<p>The same heron, later.</p>${longBody(
    30,
  )}<p>No heron now.</p>`;
  await lectern.clipFiles([{ name: 'h.html', content: pageOf('Waiting', places) }]);
  await lectern.search.fill('heron');
  await expect(lectern.rows).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await lectern.shows('Waiting');
  const bar = page.getByRole('region', { name: 'Words found in this article' });
  const isInView = (text: string) => expect(lectern.frame.getByText(text)).toBeInViewport();
  await expect(bar.getByRole('status')).toHaveText('1 of 3');
  await isInView('A heron on the mole.');
  await page.keyboard.press('F3');
  await expect(bar.getByRole('status')).toHaveText('2 of 3');
  await isInView('The same heron, later.');
  await page.keyboard.press('Shift+F3');
  await page.keyboard.press('Shift+F3');
  await expect(bar.getByRole('status')).toHaveText('3 of 3');
  await isInView('No heron now.');
  await bar.getByRole('button', { name: 'Close' }).click();
  await expect(bar).toBeHidden();
  expect(await lectern.frame.locator('body').evaluate(() => CSS.highlights.has('search'))).toBe(
    false,
  );
});

test('clearing the search leads back to the list it was begun in', async ({ lectern, page }) => {
  await lectern.goTo('Everything');
  await lectern.search.fill('quayside');
  await expect(lectern.rows).toHaveCount(2);
  await lectern.button('Clear search').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Everything' })).toBeVisible();
  await expect(lectern.rows).toHaveCount(4);
});

test('a search is kept in the sidebar, counted, renamed, moved and taken out again', async ({
  lectern,
  page,
}) => {
  const kept = page.getByRole('region', { name: 'Searches' });
  await lectern.search.fill('quayside');
  await expect(lectern.rows).toHaveCount(2);
  await page.keyboard.press('Control+s');
  const field = lectern.dialog.getByRole('textbox', { name: 'Name' });
  await expect(field).toBeFocused();
  await field.fill('By the water');
  await page.keyboard.press('Enter');
  await expect(kept.getByRole('link', { name: 'By the water 2' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(page.getByRole('heading', { level: 1, name: 'By the water' })).toBeVisible();

  await lectern.search.fill('thymian');
  await expect(lectern.rows).toHaveCount(1);
  await lectern.button('Save this search').click();
  await page.keyboard.press('Enter');
  await expect(kept.getByRole('link')).toHaveText([/By the water/, /thymian/]);
  await kept.getByRole('link', { name: 'thymian' }).press('Alt+ArrowUp');
  await expect(kept.getByRole('link')).toHaveText([/thymian/, /By the water/]);

  // One that finds more now says so.
  await lectern.clipFiles([
    { name: 'd.html', content: pageOf('On ropes', '<p>Ropes on the quayside.</p>') },
  ]);
  await expect(kept.getByRole('link', { name: 'By the water 3' })).toBeVisible();
  await kept.getByRole('link', { name: 'By the water' }).click();
  await expect(lectern.rows).toHaveCount(3);
  await expect(lectern.search).toHaveValue('quayside');

  await kept.getByRole('link', { name: 'By the water' }).hover();
  await kept.getByRole('button', { name: 'More for “By the water”' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(kept.getByRole('link')).toHaveText([/thymian/]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(kept.getByRole('link')).toHaveText([/thymian/, /By the water/]);
});

test('names and values are completed by keys, and what filters stands below as chips', async ({
  lectern,
  page,
}) => {
  await lectern.search.fill('quayside');
  await expect(lectern.rows).toHaveCount(2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('t');
  await lectern.dialog.getByRole('combobox').fill('water');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');

  const options = page.getByRole('listbox', { name: 'What could stand here' }).getByRole('option');
  await lectern.search.fill('');
  await lectern.search.pressSequentially('quayside ta');
  await expect(options.first()).toContainText('tag:');
  await page.keyboard.press('Tab');
  await expect(lectern.search).toHaveValue('quayside tag:');
  await expect(lectern.search).toBeFocused();
  await expect(options.first()).toContainText('water');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(lectern.search).toHaveValue('quayside tag:water ');
  await expect(options).toHaveCount(0);
  await expect(lectern.rows).toHaveCount(1);

  // Escape closes the list, and leaves the text alone.
  await lectern.search.pressSequentially('is:');
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(lectern.search).toHaveValue('quayside tag:water is:');
  await lectern.search.pressSequentially('unread');

  const chips = page.getByRole('grid', { name: 'Filters of this search' }).getByRole('row');
  await expect(chips).toHaveText([/tag: water/, /is: unread/]);
  await page.getByRole('button', { name: 'Remove tag: water' }).click();
  await expect(lectern.search).toHaveValue('quayside is:unread');
  await expect(lectern.rows).toHaveCount(2);
});

test('a slip is noticed, and put right by one key', async ({ lectern, page }) => {
  await lectern.search.pressSequentially('quaysied');
  await expect(page.getByText('Nothing has “quaysied”. These have “quayside”.')).toBeVisible();
  await expect(lectern.rows).toHaveCount(2);
  await expect(lectern.rows.locator('mark').first()).toHaveText('quayside');
  const offer = page.getByRole('button', { name: 'Did you mean quayside?' });
  await expect(offer).toBeVisible();
  await page.keyboard.press('Alt+Enter');
  await expect(lectern.search).toHaveValue('quayside');
  await expect(lectern.rows).toHaveCount(2);
  await expect(offer).toBeHidden();
});

test('others that have to do with an article stand under it', async ({ lectern }) => {
  await lectern.clipFiles([
    {
      name: '1.html',
      content: pageOf(
        'Oyster beds',
        '<p>The oysterman rakes his ostreary with a dredge at low water.</p>',
      ),
    },
    {
      name: '2.html',
      content: pageOf('Old trades', '<p>Once an oysterman kept an ostreary and a dredge here.</p>'),
    },
  ]);
  await lectern.isClipped('Old trades');
  await lectern.open('Oyster beds');
  const related = lectern.frame.getByRole('navigation', { name: 'Related in your library' });
  await expect(related.getByRole('button').first()).toContainText('Old trades');
  await related.getByRole('button', { name: 'Old trades' }).click();
  await lectern.shows('Old trades');
});
