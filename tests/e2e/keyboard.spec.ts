// The whole way without a mouse, and where the focus is at each step.
import { expect, test } from './test.ts';

test('from the first key to a tagged, starred, archived article', async ({ lectern, page }) => {
  await page.keyboard.press('c');
  await expect(lectern.dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('A letter about bees. They swarmed on Sunday, all of them at once.');
  await page.keyboard.press('Control+Enter');
  await lectern.isClipped('A letter about bees');

  await page.keyboard.press('j');
  await expect(lectern.list).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  const active = () => lectern.list.getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${await active()}"]`)).toContainText('A letter about bees');

  await page.keyboard.press('Enter');
  await lectern.shows('A letter about bees');
  await lectern.articleHasFocus();
  await page.keyboard.press('s');
  await expect(lectern.place('Starred')).toHaveText(/1$/);
  // Typed ahead of the dialog, a letter must not do what its key does in the article.
  await page.keyboard.type('tee');
  await expect(lectern.dialog.getByRole('combobox')).toBeFocused();
  await expect(lectern.place('Archived')).not.toHaveText(/1$/);
  await lectern.dialog.getByRole('combobox').fill('bees');
  await page.keyboard.press('Enter');
  await expect(lectern.dialog.getByText('bees', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lectern.dialog).toBeHidden();
  await lectern.articleHasFocus();

  await page.keyboard.press('e');
  await expect(lectern.place('Archived')).toHaveText(/1$/);
  await expect(lectern.list).toBeFocused();
});

test('the palette goes to places, runs commands and opens articles', async ({ lectern, page }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('trash');
  await expect(lectern.dialog.getByRole('option', { name: 'Trash', exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('welcome lect');
  await lectern.dialog.getByRole('option', { name: 'Welcome to Lectern' }).click();
  await lectern.shows('Welcome to Lectern');
  await lectern.articleHasFocus();

  await page.keyboard.press('Control+k');
  await expect(lectern.dialog).toBeVisible();
  await page.keyboard.type('keyboard shortcuts');
  await expect(lectern.dialog.getByRole('option', { name: /^Keyboard shortcuts/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('focus returns where it came from', async ({ lectern, page }) => {
  await lectern.search.focus();
  await page.keyboard.press('Control+k');
  await expect(lectern.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lectern.search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(lectern.list).toBeFocused();
  await page.keyboard.press('?');
  await page.keyboard.press('Escape');
  await expect(lectern.list).toBeFocused();
});

test('letters typed into a field are letters', async ({ lectern, page }) => {
  await lectern.search.focus();
  await page.keyboard.type('set #j?');
  await expect(lectern.search).toHaveValue('set #j?');
  await expect(lectern.dialog).toHaveCount(0);
});
