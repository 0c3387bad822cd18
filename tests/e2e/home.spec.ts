// Home: what one could read now, reached by its key, walked through and opened by keys.
import { expect, test } from './test.ts';
import { longBody } from './window.ts';

test('shows what is new, short and long, and what was begun', async ({ lectern, page }) => {
  await lectern.clipPage('On lamps', longBody(140));
  await lectern.clipPage('On harbours', '');
  await page.keyboard.press('g');
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  const row = (name: string) =>
    page.getByRole('region', { name, exact: true }).locator('[data-entry]');
  await expect(row('New')).toContainText(['On harbours', 'On lamps', 'Welcome to Lectern']);
  // What is shown above is not shown again.
  await expect(page.getByRole('region', { name: 'Long', exact: true })).toHaveCount(0);

  await expect(row('New').nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(row('New').nth(1)).toBeFocused();
  await page.keyboard.press('s');
  await expect(lectern.place('Starred')).toHaveText(/1$/);
  await expect(row('New').nth(1).getByLabel('Starred')).toBeVisible();
  await page.keyboard.press('Enter');
  await lectern.shows('On lamps');
  await lectern.articleHasFocus();
  // Nothing moves while it is read; afterwards it is where it belongs.
  await expect(row('New')).toContainText(['On harbours', 'On lamps', 'Welcome to Lectern']);
  await expect(lectern.place('Reading')).toHaveText(/1$/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(row('Go on reading')).toContainText(['On lamps']);
  await expect(row('New')).toContainText(['On harbours', 'Welcome to Lectern']);

  await page
    .getByRole('region', { name: 'New', exact: true })
    .getByRole('link', { name: 'All' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
});
