// The contents beside an article: where one is, the way there by mouse and keys, and articles with none or thousands.
import { expect, test } from './test.ts';
import { longBody } from './window.ts';

const chapters = ['Morning', 'Noon', 'Evening', 'Night'];
const body = chapters
  .map((name) => `<h2>${name}</h2>${longBody(6)}<h3>${name} again</h3>${longBody(6)}`)
  .join('');

test('leads to every heading and back, and marks the one that is read under', {
  tag: '@slow',
}, async ({ lectern, page }) => {
  await lectern.clipPage('A day', body);
  await lectern.open('A day');
  const panel = page.getByRole('region', { name: 'Contents' });
  const item = (name: string) => panel.getByRole('treeitem', { name, exact: true });
  const inView = (name: string) =>
    expect(lectern.frame.getByRole('heading', { name, exact: true })).toBeInViewport();

  await page.keyboard.press('o');
  await expect(panel.getByRole('treeitem')).toHaveCount(8);
  await expect(item('Noon')).toHaveAttribute('aria-level', '1');
  await expect(item('Noon again')).toHaveAttribute('aria-level', '2');
  await expect(panel.locator('[aria-current]')).toHaveCount(0);

  await item('Evening').click();
  await inView('Evening');
  await lectern.articleHasFocus();
  await expect(item('Evening')).toHaveAttribute('aria-current', 'location');

  // Scrolled by hand, the mark follows.
  await page.keyboard.press('Home');
  await expect(panel.locator('[aria-current]')).toHaveCount(0);
  // Chromium loses a key that comes while the page still glides.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(item('Night again')).toHaveAttribute('aria-current', 'location', {
      timeout: 2000,
    });
  }).toPass();

  // Keys alone: closed and opened again, it takes the focus, begins at the mark, and gives the focus back.
  await page.keyboard.press('o');
  await expect(panel).toBeHidden();
  await page.keyboard.press('o');
  const tree = panel.getByRole('tree');
  await expect(tree).toBeFocused();
  await expect(item('Night again')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await inView('Evening again');
  await lectern.articleHasFocus();
  await lectern.button('Contents').click();
  await lectern.button('Contents').click();
  await expect(tree).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(lectern.button('Contents')).toBeFocused();

  // A choice of this window, kept.
  await page.keyboard.press('o');
  await expect(panel.getByRole('treeitem')).toHaveCount(8);
  await page.reload();
  await expect(panel.getByRole('treeitem')).toHaveCount(8);
  await expect(tree).not.toBeFocused();
});

test('is quick with thousands', { tag: '@slow' }, async ({ lectern, page }) => {
  const many = Array.from({ length: 5000 }, (_, n) => `<h2>Part ${n}</h2><p>Words ${n}.</p>`);
  await lectern.clipPage('Many parts', many.join(''));
  await lectern.goTo('Everything');
  await lectern.open('Many parts');
  const panel = page.getByRole('region', { name: 'Contents' });
  await page.keyboard.press('o');
  // Only those in sight are drawn, and each says how many there are.
  await expect(panel.getByRole('treeitem').first()).toHaveAttribute('aria-setsize', '5000');
  expect(await panel.getByRole('treeitem').count()).toBeLessThan(200);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(lectern.frame.getByText('Words 4998.')).toBeInViewport();
  await expect(panel.locator('[aria-current]')).toHaveText('Part 4998');
  await expect(panel.locator('[aria-current]')).toBeInViewport();
});

test('says that there are none', async ({ lectern, page }) => {
  const panel = page.getByRole('region', { name: 'Contents' });
  await lectern.clipPage('No parts', longBody(2));
  await lectern.open('No parts');
  await page.keyboard.press('o');
  await expect(panel.getByText('This article has no headings.')).toBeVisible();
});

test('stands over the article on a narrow window, and gives way', async ({ lectern, page }) => {
  await page.setViewportSize({ width: 420, height: 700 });
  await lectern.clipPage('A day', body);
  await lectern.open('A day');
  const panel = page.getByRole('region', { name: 'Contents' });
  await lectern.button('Contents').click();
  await panel.getByRole('treeitem', { name: 'Night', exact: true }).click();
  await expect(panel).toBeHidden();
  await expect(lectern.frame.getByRole('heading', { name: 'Night', exact: true })).toBeInViewport();
  await lectern.button('Contents').click();
  await expect(panel).toBeVisible();
  await lectern.frame
    .getByRole('heading', { name: 'Night', exact: true })
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(lectern.frame.getByRole('heading', { name: 'Night', exact: true })).toBeInViewport();
});
