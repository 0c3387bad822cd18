// When the host dies, the window says so, keeps what it shows, and goes on when the host is there again.
import { expect, test } from './test.ts';

test('a banner while the host is gone; a new key needs the new address', async ({
  lectern,
  page,
  host,
  expectedErrors,
}) => {
  expectedErrors.push(/net::ERR/, /401/);
  await host.kill();
  await expect(page.getByText('Lectern does not answer. Trying again…')).toBeVisible();
  await expect(lectern.row('Welcome to Lectern')).toBeVisible();
  await host.start();
  await expect(page.getByText('Open the address that it printed')).toBeVisible();
  await page.goto(host.url);
  await expect(lectern.row('Welcome to Lectern')).toBeVisible();
  await expect(page.getByText('Open the address')).toBeHidden();
});

test('what others change shows at once', async ({ lectern, host }) => {
  await host.lectern('clip', 'resources/welcome.html', '--tag', 'from-outside');
  await expect(lectern.place('from-outside')).toHaveText(/1$/);
});
