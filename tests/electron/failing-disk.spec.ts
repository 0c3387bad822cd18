// A disk that fails while the app is open: full, turned read-only, broken, gone. Each is said in a sentence, loses nothing, and is over
// when the disk is back.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { inLibrary } from '../support/capture-window.ts';
import { expect, type Folders, test } from '../support/electron-app.ts';
import { fillUp } from '../support/fill-up.ts';

const run = (program: string, ...words: string[]) =>
  execFileSync(program, words, { stdio: 'pipe', encoding: 'utf8' });

/** Clips a pasted text. What is said of it, the test looks at. */
async function paste(window: Page, text: string): Promise<void> {
  await window.keyboard.press('c');
  const dialog = window.getByRole('dialog', { name: 'Clip', exact: true });
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: 'Clip', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

const WELCOME = 'Welcome to Lectern';
const row = (window: Page, title: string) => window.getByRole('row').filter({ hasText: title });
const clips = (window: Page) => window.getByRole('region', { name: 'Clips' });
const banner = (window: Page, words: string | RegExp) =>
  window.getByRole('status').filter({ hasText: words }).first();
const tryAgain = (window: Page) => clips(window).getByRole('button', { name: 'Try again' });

const openAgain = (window: Page) =>
  window.getByRole('status').getByRole('button', { name: 'Try again' }).click();

async function readWelcome(window: Page): Promise<void> {
  await row(window, WELCOME).click();
  const article = window.frameLocator('iframe');
  await expect(article.getByRole('heading', { name: WELCOME })).toBeVisible();
}

const isWhole = (folders: Folders, titles: readonly string[]) =>
  inLibrary(folders, async (client) => {
    const { articles } = await client['articles.list']({ limit: 50 });
    expect(articles.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    expect(await client['library.check']({})).toMatchObject({ ok: true, problems: [] });
  });

test.describe('where root may mount', () => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root may mount');
  test.afterEach(({ folders }) => {
    // As often as something lies upon it.
    while (run('cat', '/proc/mounts').includes(` ${folders.library} `)) {
      run('umount', '-l', folders.library);
    }
  });

  test('a full disk takes no clip, says so, and takes it once there is room', async ({
    start,
    folders,
  }) => {
    mkdirSync(folders.library);
    run('mount', '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folders.library);
    const { window, quit } = await start();
    await expect(row(window, WELCOME)).toBeVisible();
    const filler = join(folders.library, 'filler');
    fillUp(filler);
    await paste(window, `Too much\n\n${'Words that find no room. '.repeat(4000)}`);
    await expect(clips(window).getByText('The disk is full').first()).toBeVisible();
    await readWelcome(window);

    rmSync(filler);
    await tryAgain(window).click();
    await expect(row(window, 'Too much')).toBeVisible();
    await quit();
    await isWhole(folders, [WELCOME, 'Too much']);
  });

  test('a full disk at the start is said, and the library opens once there is room', async ({
    start,
    folders,
  }) => {
    mkdirSync(folders.library);
    run('mount', '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folders.library);
    const filler = join(folders.library, 'filler');
    fillUp(filler);
    const { window } = await start();
    await expect(banner(window, 'The disk is full')).toBeVisible();
    rmSync(filler);
    await openAgain(window);
    await expect(row(window, WELCOME)).toBeVisible();
  });

  test('a disk that can only be read from now on is read, says so, and takes clips once it can be written', async ({
    start,
    folders,
  }) => {
    const { window, quit } = await start();
    await expect(row(window, WELCOME)).toBeVisible();
    run('mount', '--bind', folders.library, folders.library);
    run('mount', '-o', 'remount,ro,bind', folders.library);
    await paste(window, 'Not kept\n\nWords that nobody can write.');
    await expect(banner(window, 'can only be read')).toBeVisible();
    await readWelcome(window);

    run('mount', '-o', 'remount,rw,bind', folders.library);
    await openAgain(window);
    await expect(banner(window, 'can only be read')).toHaveCount(0);
    await tryAgain(window).click();
    await expect(row(window, 'Not kept')).toBeVisible();
    await quit();
    await isWhole(folders, [WELCOME, 'Not kept']);
  });

  test('a disk that fails under the library is read as far as it goes, and has lost nothing', async ({
    start,
    folders,
  }) => {
    // As ext4 does when it meets damage: from then on it takes nothing, also from who has files open.
    const image = folders.write('disk.img', '');
    run('truncate', '-s', '48M', image);
    mkdirSync(folders.library);
    const device = loopDisk(image, folders.library);
    test.skip(device === null, 'no ext4 on a loop device here');
    rmSync(join(folders.library, 'lost+found'), { recursive: true });
    const { window, quit } = await start();
    await expect(row(window, WELCOME)).toBeVisible();
    writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, 'as if');
    await row(window, WELCOME).click();
    await window.keyboard.press('s');
    await expect(banner(window, 'can only be read')).toBeVisible();
    await readWelcome(window);
    await quit();

    run('umount', folders.library);
    expect(loopDisk(image, folders.library, false)).not.toBeNull();
    await isWhole(folders, [WELCOME]);
  });
});

test('a library folder that vanishes is said, nothing is made in its place, and it goes on when it is back', async ({
  start,
  folders,
}) => {
  const { window, quit } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  const away = `${folders.library}-away`;
  renameSync(folders.library, away);
  await paste(window, 'Nowhere\n\nWords for a library that is not there.');
  await expect(banner(window, `The library in “${folders.library}” is not there`)).toBeVisible();
  await expect(tryAgain(window)).toBeVisible();
  // Not back yet.
  await openAgain(window);
  await expect(banner(window, 'is not there')).toBeVisible();
  expect(existsSync(folders.library)).toBe(false);

  renameSync(away, folders.library);
  await openAgain(window);
  await expect(banner(window, 'is not there')).toHaveCount(0);
  await tryAgain(window).click();
  await expect(row(window, 'Nowhere')).toBeVisible();
  await quit();
  await isWhole(folders, [WELCOME, 'Nowhere']);
});

/** @returns the name of its device; null where there can be none */
function loopDisk(image: string, dir: string, isNew = true): string | null {
  try {
    if (isNew) run('mkfs.ext4', '-q', image);
    run('mount', '-o', 'loop,errors=remount-ro', image, dir);
    const device = run('findmnt', '-n', '-o', 'SOURCE', dir).trim();
    const name = basename(device);
    return readdirSync('/sys/fs/ext4').includes(name) ? name : null;
  } catch {
    return null;
  }
}
