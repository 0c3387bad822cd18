// The library's process in a real Electron: it dies and is replaced, it cannot open and says why, it ends in good order.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, type Lectern, test } from '../support/electron-app.ts';

const welcome = (window: Page) => window.getByRole('row').filter({ hasText: 'Welcome to Lectern' });
const trouble = (window: Page) =>
  window.getByRole('status').filter({ hasText: 'The library could not be opened' });
const tryAgain = (window: Page) => window.getByRole('button', { name: 'Try again' }).click();

/** How often a line stands in the log. */
const logged = ({ log }: Lectern, line: RegExp) => log().match(new RegExp(line, 'g'))?.length ?? 0;

async function killLibrary({ pidsOf }: Lectern): Promise<number> {
  const [pid] = await pidsOf('Lectern library');
  if (pid === undefined) throw new Error('the library has no process');
  process.kill(pid, 'SIGKILL');
  return pid;
}

test('a library that is killed is there again, in another process', async ({ start }) => {
  const lectern = await start();
  await expect(welcome(lectern.window)).toBeVisible();
  const before = await killLibrary(lectern);
  await expect.poll(() => logged(lectern, /library: open/)).toBe(2);
  const after = await lectern.pidsOf('Lectern library');
  expect(after).toHaveLength(1);
  expect(after).not.toEqual([before]);
  await lectern.window.getByRole('link', { name: /^Everything/ }).click();
  await expect(welcome(lectern.window)).toBeVisible();
  await expect(trouble(lectern.window)).toHaveCount(0);
});

test('a library that dies over and over is given up, and comes back when asked', async ({
  start,
}) => {
  const lectern = await start();
  const { window, pidsOf } = lectern;
  await expect(welcome(window)).toBeVisible();
  for (let deaths = 1; deaths <= 5; deaths++) {
    await expect.poll(() => logged(lectern, /library: open/)).toBe(deaths);
    await killLibrary(lectern);
    await expect.poll(() => logged(lectern, /library: process ended/)).toBe(deaths);
  }
  await expect(trouble(window)).toContainText('stopped several times in a row');
  expect(await pidsOf('Lectern library')).toEqual([]);

  await tryAgain(window);
  await expect(trouble(window)).toHaveCount(0);
  await window.getByRole('link', { name: /^Everything/ }).click();
  await expect(welcome(window)).toBeVisible();
});

test('a library of a newer Lectern is left alone, said, and opened once it can be', async ({
  start,
  folders,
}) => {
  const first = await start();
  await expect(welcome(first.window)).toBeVisible();
  await first.quit();
  const setVersion = (version: number): number => {
    const database = new Database(join(folders.library, 'library.sqlite'));
    const before = database.pragma('user_version', { simple: true });
    database.pragma(`user_version = ${version}`);
    database.close();
    return Number(before);
  };
  const usual = setVersion(2_000_000_000);

  const lectern = await start();
  const { window } = lectern;
  await expect(trouble(window)).toContainText('newer');
  await tryAgain(window);
  const refused = /library: library_too_new, not started again/;
  // Once for the start and once for the trial: nothing was tried behind this person's back.
  await expect.poll(() => logged(lectern, refused)).toBe(2);
  await expect(trouble(window)).toContainText('newer');

  setVersion(usual);
  await tryAgain(window);
  await expect(trouble(window)).toHaveCount(0);
  await expect(welcome(window)).toBeVisible();
});

test('quitting leaves one whole file and no owner behind', async ({ start, folders }) => {
  const lectern = await start();
  await expect(welcome(lectern.window)).toBeVisible();
  expect(existsSync(join(folders.library, 'owner.json'))).toBe(true);
  await lectern.quit();
  expect(logged(lectern, /library: process ended with code 0 as asked/)).toBe(1);
  const left = readdirSync(folders.library);
  expect(left).toContain('library.sqlite');
  expect(left.filter((name) => /-wal$|-shm$|owner\.json|\.sock$/.test(name))).toEqual([]);
});

test('pages are read in another process than the library’s', async ({ start, folders }) => {
  const page = folders.write('page.html', '<title>A page</title><p>Some words to read.</p>');
  const { window, pidsOf } = await start(page);
  await expect(window.getByRole('row').filter({ hasText: 'A page' })).toBeVisible();
  const parsers = await pidsOf('Lectern page reader');
  expect(parsers).toHaveLength(1);
  expect(parsers).not.toEqual(await pidsOf('Lectern library'));
});

test('the window has room for what its first list makes; the library’s process stays lean', async ({
  start,
}) => {
  test.skip(process.platform !== 'linux', 'Only Linux shows the words of another process.');
  const { app, window, pidsOf } = await start();
  await expect(welcome(window)).toBeVisible();
  const wordsOf = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
  );
  expect(windows).toHaveLength(1);
  for (const pid of windows) expect(wordsOf(pid)).toContain('--js-flags=--min-semi-space-size=');
  const [library = 0] = await pidsOf('Lectern library');
  expect(wordsOf(library)).not.toContain('--js-flags');
});
