// Backups in the window: made, looked at and brought back while it stays open; what takes room, and clearing away.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './test.ts';

test('a backup is brought back, and the way back from that stays open', { tag: '@slow' }, async ({
  lectern,
  page,
}) => {
  await lectern.clipPage('On harbours', '');
  await page.getByRole('button', { name: 'Storage and backups' }).click();
  await expect(page).toHaveTitle(/^Storage and backups/);
  const backups = page.getByRole('region', { name: 'Backups' });
  await expect(backups.getByText('There is none yet.')).toBeVisible();
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(backups.getByText(/^Made by you · 2 articles/)).toBeVisible();

  await lectern.goTo('Everything');
  await lectern.clipPage('On gardens', '');
  await lectern.row('On harbours').click();
  await page.keyboard.press('s');
  await expect(lectern.place('Starred')).toHaveText(/1$/);

  await page.getByRole('button', { name: 'Storage and backups' }).click();
  await backups.getByRole('button', { name: /^Restore the backup/ }).click();
  await expect(lectern.dialog.getByText('1 article is not in it and goes')).toBeVisible();
  const titles = lectern.dialog.getByRole('list', { name: 'Articles that change' });
  await expect(titles.getByRole('listitem').first()).toContainText('On gardens');
  await lectern.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(lectern.place('Starred')).toHaveText(/1$/);

  await backups.getByRole('button', { name: /^Restore the backup/ }).click();
  await lectern.dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(lectern.toasts.getByText(/^The library is as it was/)).toBeVisible();
  await expect(lectern.dialog).toBeHidden();
  await expect(lectern.place('Starred')).not.toHaveText(/1$/);
  await expect(backups.getByText(/^Before a restore · 3 articles/)).toBeVisible();
  await lectern.goTo('Everything');
  await expect(lectern.row('On gardens')).toBeHidden();
  await expect(lectern.row('On harbours')).toBeVisible();

  // What was there before comes back the same way.
  await page.getByRole('button', { name: 'Storage and backups' }).click();
  await backups
    .getByRole('button', { name: /^Restore the backup/ })
    .first()
    .click();
  await lectern.dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(lectern.dialog).toBeHidden();
  await lectern.goTo('Everything');
  await expect(lectern.row('On gardens')).toBeVisible();
  await expect(lectern.place('Starred')).toHaveText(/1$/);
});

test('what nobody needs is cleared away, a broken backup is said, a synchronised folder is warned of', async ({
  lectern,
  host,
  page,
}) => {
  const name = 'ab'.padEnd(64, '0');
  mkdirSync(join(host.libraryDir, 'assets', 'ab'), { recursive: true });
  writeFileSync(join(host.libraryDir, 'assets', 'ab', `${name}.png`), Buffer.alloc(2_500_000));
  mkdirSync(join(host.libraryDir, 'backups'), { recursive: true });
  writeFileSync(join(host.libraryDir, 'backups', '2020-01-01T00-00-00-000Z.sqlite'), 'half of it');
  mkdirSync(join(host.libraryDir, '..', '.stfolder'));
  await page.reload();
  await expect(page.getByText(/^This library lies in a folder of Syncthing/)).toBeVisible();
  await page.getByRole('link', { name: 'What to do' }).click();
  await expect(page.getByText(/move the folder of the library/)).toBeVisible();

  const backups = page.getByRole('region', { name: 'Backups' });
  await expect(backups.getByText('This file cannot be read as a backup.')).toBeVisible();
  await backups.getByRole('button', { name: /^Delete the backup of 2020/ }).click();
  await lectern.dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(backups.getByText('This file cannot be read as a backup.')).toBeHidden();

  const disk = page.getByRole('region', { name: 'On the disk' });
  await expect(disk.getByText(/^1 file · left by/)).toBeVisible();
  await disk.getByRole('button', { name: 'Clear away 1 file' }).click();
  await expect(lectern.toasts.getByText('1 file was removed: 2.5 MB are free again')).toBeVisible();
  await expect(disk.getByText('Files without an article')).toBeHidden();
  await backups.getByRole('combobox').selectOption('4 times the library');
  await page.reload();
  await expect(backups.getByRole('combobox')).toHaveValue('4');
});
