// Versions of an article: a page that has changed is shown as it is now, each version can be shown again, and what differs is
// marked word by word.
import { painted, selectWords } from '../support/marks.ts';
import { expect, test } from './test.ts';
import { longBody, pageOf } from './window.ts';

const owls = (body: string) => ({
  name: 'owls.html',
  content: pageOf('On owls', `${body}${longBody(4)}`).replace(
    '<head>',
    '<head><link rel="canonical" href="https://example.org/owls">',
  ),
});
const FIRST = owls(
  '<p>The old owl sat still in the snow.</p><p>Nobody saw it go, for it was dark.</p>',
);
const SECOND = owls(
  '<p>The young owl sat still in the snow.</p><p>Zebras came by in the morning.</p>',
);

test('a page clipped again is shown as it is now, and as it was', { tag: '@slow' }, async ({
  lectern,
  page,
}) => {
  await lectern.clipFiles([FIRST]);
  await lectern.isClipped('On owls');
  await lectern.closeToasts();
  await lectern.open('On owls');
  await selectWords(page, lectern.frame, 'The old owl', 'still');
  await page.keyboard.press('h');
  await expect.poll(() => painted(lectern.frame)).toEqual(['yellow: still']);

  await lectern.clipFiles([SECOND]);
  await expect(lectern.toasts.getByText('Changed since you saved it')).toBeVisible({
    timeout: 30_000,
  });
  await lectern.closeToasts();
  // The open article becomes the new one by itself, with its highlight.
  const old = lectern.frame.getByText('The old owl');
  const young = lectern.frame.getByText('The young owl');
  await expect(young).toBeVisible();
  await lectern.shows('On owls');
  await expect.poll(() => painted(lectern.frame)).toEqual(['yellow: still']);

  await page.keyboard.press('Shift+V');
  const panel = page.getByRole('region', { name: 'Versions' });
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  await expect(panel.getByRole('listitem').first()).toContainText('Shown');
  await panel.getByRole('button', { name: /^Show the version/ }).focus();
  await page.keyboard.press('Enter');
  await expect(old).toBeVisible();
  await expect.poll(() => painted(lectern.frame)).toEqual(['yellow: still']);
  await expect(panel.getByRole('listitem').nth(1)).toContainText('Shown');
  await expect(panel).toBeFocused();
  await lectern.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(young).toBeVisible();

  await lectern.closeToasts();
  await page.keyboard.press('d');
  const { dialog } = lectern;
  await expect(dialog.locator('del')).toHaveText(['old', 'Nobody saw it go, for it was dark.']);
  await expect(dialog.locator('ins')).toHaveText(['young', 'Zebras came by in the morning.']);
  await expect(dialog.getByText('7 words added, 9 removed.')).toBeVisible();
  await expect(dialog.getByText('Paragraph number 2.')).toBeHidden();
  await dialog.getByRole('button', { name: 'unchanged paragraphs' }).first().click();
  await expect(dialog.getByText('Paragraph number 2.')).toBeVisible();
  const change = dialog.locator('[data-change]');
  await page.keyboard.press('n');
  await expect(change.first()).toBeFocused();
  await page.keyboard.press('n');
  await expect(change.nth(1)).toBeFocused();
  await page.keyboard.press('Shift+N');
  await expect(change.first()).toBeFocused();
  // The same version twice is the same text.
  await dialog.getByLabel('From').focus();
  await dialog.getByLabel('From').selectOption({ index: 0 });
  await expect(dialog.getByText('The text of both is the same.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await panel.getByRole('button', { name: /^Compare the version/ }).click();
  await expect(dialog.locator('ins').first()).toHaveText('young');
});
