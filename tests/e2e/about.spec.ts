// The page “About”, and the way to it.
import { expect, test } from './test.ts';

test('the palette leads to what Lectern is made of, with the licence of each package', async ({
  lectern,
  page,
}) => {
  await page.keyboard.press('Control+k');
  await lectern.dialog.getByRole('combobox').fill('about');
  await lectern.dialog.getByRole('option', { name: 'About Lectern' }).first().click();
  await expect(page).toHaveTitle(/^About Lectern/);
  await expect(page.getByText(/^Version \d+\.\d+\.\d+$/)).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: /^better-sqlite3/ });
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(row.getByText(/Permission is hereby granted/)).toBeVisible();
});
