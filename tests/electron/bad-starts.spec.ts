// Starts and moments that go wrong: state cut in half, a screen that is unplugged, a second start while the first one is closing.
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { appDir, expect, test } from '../support/electron-app.ts';
import { electronBinary, electronSwitches } from '../support/electron-binary.ts';

const WELCOME = 'Welcome to Lectern';
const row = (window: Page, title: string) => window.getByRole('row').filter({ hasText: title });

test('a state that was cut in half is put aside, and the window opens as ever', async ({
  start,
  folders,
}) => {
  folders.write('../state/window.json', '{ "bounds": { "x": 12, "wid');
  const { window, log } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  expect(log()).toMatch(/window state: .*JSON/);
});

test('a folder that is none is said, and the app stays to be told of another try', async ({
  start,
  folders,
}) => {
  folders.write('../library', 'a file');
  const { window } = await start();
  await expect(
    window.getByRole('status').filter({ hasText: 'The library could not be opened' }),
  ).toBeVisible();
  await expect(window.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(readFileSync(folders.library, 'utf8')).toBe('a file');
});

test('a disk that can only be read is said, and read', async ({ start, folders }) => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root may mount');
  const first = await start();
  await expect(row(first.window, WELCOME)).toBeVisible();
  await first.quit();
  run('mount', ['--bind', folders.library, folders.library]);
  run('mount', ['-o', 'remount,ro,bind', folders.library]);
  try {
    const { window, quit } = await start();
    await expect(row(window, WELCOME)).toBeVisible();
    await expect(window.getByRole('status').filter({ hasText: 'read' }).first()).toBeVisible();
    await quit();
  } finally {
    run('umount', [folders.library]);
  }
});

test('a window whose screen is unplugged comes to one that is there', async ({ start }) => {
  const { app, window } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  const bounds = await app.evaluate(({ BrowserWindow, screen }) => {
    const only = BrowserWindow.getAllWindows()[0];
    only?.setBounds({ x: 40_000, y: 40_000, width: 800, height: 600 });
    screen.emit('display-removed', {}, screen.getPrimaryDisplay());
    return only?.getBounds() ?? null;
  });
  expect(bounds?.x).toBeLessThan(4000);
  expect(bounds?.y).toBeLessThan(4000);
});

test('a thousand files handed over at once are all there', async ({
  start,
  startSecond,
  folders,
}) => {
  test.slow();
  const { window } = await start();
  await expect(row(window, WELCOME)).toBeVisible();
  for (let at = 0; at < 1000; at++) {
    folders.write(`many/${at}.txt`, `Note ${at}. Words of it, which nobody else has: note${at}.`);
  }
  expect((await startSecond(join(folders.write('many/0.txt', 'Note 0. Words.'), '..'))).code).toBe(
    0,
  );
  // The window answers while they come.
  await window.getByRole('link', { name: /^Everything/ }).click();
  await expect(window.getByText('1,001 articles').first()).toBeVisible({ timeout: 300_000 });
});

test('a start while the app is closing is not lost', async ({ folders, startSecond }) => {
  test.skip(
    process.platform !== 'linux',
    'only Linux tells of every process what it was started with',
  );
  const words = ['--library', folders.library, '--user-data-dir', folders.userData];
  const child = spawn(electronBinary() ?? '', [...electronSwitches, appDir, ...words]);
  const ended = new Promise((done) => child.once('close', done));
  const log = () => readFileSync(join(folders.userData, 'logs', 'lectern.log'), 'utf8');
  await expect.poll(() => safely(log), { timeout: 60_000 }).toMatch(/settings\.get ok/);
  const owner = JSON.parse(readFileSync(join(folders.library, 'owner.json'), 'utf8')) as {
    pid: number;
  };
  const library = owner.pid;

  // As when it has much to write.
  process.kill(library, 'SIGSTOP');
  child.kill('SIGTERM');
  await new Promise((next) => setTimeout(next, 1500));
  const page = folders.write('late.txt', 'A late note. Its words are here, in full.');
  const second = await startSecond(page);
  process.kill(library, 'SIGCONT');
  await ended;
  expect(second.code).toBe(0);
  try {
    // By the one that was started when the first was gone.
    await expect
      .poll(log, { timeout: 60_000 })
      .toMatch(/as asked[\s\S]*library: open[\s\S]*clip\.fromPath ok/);
  } finally {
    for (const pid of pidsWith(folders.library)) {
      if (!isLibrary(pid)) process.kill(pid, 'SIGTERM');
    }
    await expect.poll(() => pidsWith(folders.library)).toEqual([]);
  }
});

const pidsWith = (word: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .filter((name) => commandOf(name).includes(word))
    .map(Number);
const commandOf = (pid: string | number) =>
  safely(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
const isLibrary = (pid: number) => commandOf(pid).includes('--type=utility');

function safely(read: () => string): string {
  try {
    return read();
  } catch {
    return ''; // Not there yet, or gone already.
  }
}

const run = (program: string, words: readonly string[]) =>
  void execFileSync(program, words, { stdio: 'pipe' });
