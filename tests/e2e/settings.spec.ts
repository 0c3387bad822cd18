// The page of settings: what is chosen counts at once, and is there again after a reload. The switch of the network among it.
import { expect, test } from './test.ts';

test('what is chosen counts at once, and stays', async ({ lectern, page }) => {
  await lectern.clipPage('On harbours', '');
  await page.keyboard.press('Control+,');
  await expect(page).toHaveTitle(/^Settings/);
  await page.getByRole('radio', { name: 'Sepia' }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await page.getByRole('combobox', { name: 'Lists' }).selectOption('compact');
  await page.getByRole('switch', { name: 'Show the sidebar' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeHidden();

  const language = page.getByRole('region', { name: 'Language' });
  await expect(language).toContainText('24 Dec 2026, 17:30');
  await language
    .getByRole('combobox', { name: 'Dates, times and numbers' })
    .selectOption('American');
  await expect(language).toContainText(/Dec 24, 2026, 5:30\sPM/);

  const host = page.getByLabel('Host to allow');
  await host.fill('not a host');
  await host.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(/no name of a host/);
  await host.fill('http://Wiki.local:8080/start');
  await host.press('Enter');
  const hosts = page.getByRole('list', { name: /^Private addresses/ });
  await expect(hosts.getByRole('listitem')).toHaveText(['wiki.local:8080']);

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await expect(page.getByRole('combobox', { name: 'Lists' })).toHaveValue('compact');
  await expect(language).toContainText(/Dec 24, 2026, 5:30\sPM/);
  await hosts.getByRole('button', { name: 'Do not allow wiki.local:8080 any more' }).click();
  await expect(hosts).toBeHidden();
});

test('with the network off what is clipped waits and says why, and nothing is listed', async ({
  lectern,
  page,
}) => {
  await lectern.clipPage('On harbours', '');
  await page.goto(`${new URL(page.url()).origin}/#/network`);
  await expect(page.getByText('Nothing was ever asked of the network')).toBeVisible();
  const network = page.getByRole('switch', { name: 'Use the network' });
  await network.focus();
  await page.keyboard.press('Space');
  await expect(network).not.toBeChecked();
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('textbox').first().fill('http://nowhere.invalid/');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/The network is switched off in the settings/).first()).toBeVisible();
  await expect(page.getByText('Nothing was ever asked of the network')).toBeVisible();

  await network.focus();
  await page.keyboard.press('Space');
  const list = page.getByRole('list', { name: 'Network' });
  await expect(list.getByRole('listitem').first()).toContainText('nowhere.invalid');
});
