// Another library is opened, and this one moved, while the window stays.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Lectern, test } from '../support/electron-app.ts';

const LARGE_FILES = 150;
const LARGE_BYTES = 1024 * 1024;

/** In the place of the system's dialog: no test can press its buttons. */
const chooses = ({ app }: Lectern, dir: string) =>
  app.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, {
      showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }),
    });
  }, dir);

test('a library is moved and goes on there, another is opened, and the way back is open', async ({
  start,
  folders,
}) => {
  test.setTimeout(180_000);
  const lectern = await start(
    folders.write('pier.html', `<title>The pier</title><p>${'The tide took it away. '.repeat(40)}`),
  );
  const { window } = lectern;
  const row = window.getByRole('row').filter({ hasText: 'The pier' });
  await expect(row).toBeVisible({ timeout: 30_000 });
  const root = dirname(folders.library);
  const places = ['moved', 'mine', 'other', 'stopped'].map((name) => join(root, name));
  const [moved, mine, other, stopped] = places as [string, string, string, string];
  for (const dir of places) mkdirSync(dir);
  writeFileSync(join(mine, 'letter.txt'), 'x');

  await window.keyboard.press('Control+,');
  const place = window.getByRole('region', { name: 'Library', exact: true });
  await expect(place).toContainText(folders.library);
  // Into itself: refused, and it is open where it was.
  await chooses(lectern, join(folders.library, 'assets'));
  await place.getByRole('button', { name: 'Move…' }).click();
  await expect(window.getByText(/cannot be moved into itself/).first()).toBeVisible();

  // Long enough to be stopped: a copy that is not wanted any more leaves nothing.
  const large = join(folders.library, 'backups', 'large');
  mkdirSync(large, { recursive: true });
  for (let at = 0; at < LARGE_FILES; at++) {
    writeFileSync(join(large, String(at)), Buffer.alloc(LARGE_BYTES));
  }
  await chooses(lectern, stopped);
  await place.getByRole('button', { name: 'Move…' }).click();
  await expect(place.getByRole('progressbar', { name: 'Moving…' })).toBeVisible();
  await place.getByRole('button', { name: 'Cancel' }).click();
  await expect(place.getByRole('progressbar')).toBeHidden({ timeout: 30_000 });
  await expect(place).toContainText(folders.library);
  expect(existsSync(join(stopped, 'backups'))).toBe(false);
  rmSync(large, { recursive: true });

  await chooses(lectern, moved);
  await place.getByRole('button', { name: 'Move…' }).click();
  await expect(place).toContainText(moved, { timeout: 30_000 });
  await expect(place).toContainText('as it was before it was moved');
  expect(existsSync(join(folders.library, 'library.sqlite'))).toBe(true);
  expect(JSON.parse(readFileSync(join(folders.userData, 'library.json'), 'utf8'))).toEqual({
    dir: moved,
    old: folders.library,
  });
  await window.getByRole('link', { name: 'Everything' }).click();
  await row.click();
  await expect(
    window.frameLocator('iframe').getByText('The tide took it away.').first(),
  ).toBeVisible();

  // A folder of other things is no library.
  await window.keyboard.press('Control+,');
  await chooses(lectern, mine);
  await place.getByRole('button', { name: 'Open another…' }).click();
  await expect(window.getByText(/There is no library in/).first()).toBeVisible();
  await expect(place).toContainText(moved);
  await chooses(lectern, other);
  await place.getByRole('button', { name: 'Open another…' }).click();
  await expect(place).toContainText(other, { timeout: 30_000 });
  await window.getByRole('link', { name: 'Everything' }).click();
  await expect(row).toBeHidden();
  await window.keyboard.press('Control+,');
  await chooses(lectern, moved);
  await place.getByRole('button', { name: 'Open another…' }).click();
  await expect(place).toContainText(moved, { timeout: 30_000 });
  await window.getByRole('link', { name: 'Everything' }).click();
  await expect(row).toBeVisible();
});
