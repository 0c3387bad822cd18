// The library's process in a real Electron: it dies and is replaced, it cannot open and says why, it ends in good order.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, test } from '../support/electron-app.ts';

interface Heard {
  /** `ok`, the code of a failure, or `closed`. */
  readonly library: string;
  /** The first event of the shell that came by then; null where there was none. */
  readonly event: { kind: string; code?: string; message?: string } | null;
}

/** Takes ports as the window does, and asks the library something on them. */
const ask = (window: Page): Promise<Heard> =>
  window.evaluate(
    () =>
      new Promise<Heard>((done) => {
        const take = ({ data, ports: [library, desktop] }: MessageEvent) => {
          if (data !== 'lectern:port' || !library || !desktop) return;
          globalThis.removeEventListener('message', take);
          let event: Heard['event'] = null;
          desktop.addEventListener('message', (message) => {
            event ??= message.data.event;
          });
          // What the shell says together with the ports is given time to come.
          const tell = (answer: string) => setTimeout(() => done({ library: answer, event }), 200);
          library.addEventListener('close', () => tell('closed'));
          library.addEventListener('message', (message) =>
            tell(message.data.ok ? 'ok' : message.data.error.code),
          );
          desktop.start();
          library.start();
          library.postMessage({ id: 1, name: 'library.info', input: {} });
        };
        globalThis.addEventListener('message', take);
        (globalThis as unknown as { lectern: { openPort(): void } }).lectern.openPort();
      }),
  );

/** @returns `ok` or the code of what stands in the way */
const restartLibrary = (window: Page): Promise<string> =>
  window.evaluate(
    () =>
      new Promise<string>((done) => {
        const take = ({ data, ports: [, desktop] }: MessageEvent) => {
          if (data !== 'lectern:port' || !desktop) return;
          globalThis.removeEventListener('message', take);
          desktop.addEventListener('message', (message) => {
            if ('id' in message.data) done(message.data.ok ? 'ok' : message.data.error.code);
          });
          desktop.start();
          desktop.postMessage({ id: 1, name: 'shell.restartLibrary', input: {} });
        };
        globalThis.addEventListener('message', take);
        (globalThis as unknown as { lectern: { openPort(): void } }).lectern.openPort();
      }),
  );

test('a library that is killed is there again, in another process', async ({ start }) => {
  const { window, pidsOf, log } = await start();
  expect(await ask(window)).toEqual({ library: 'ok', event: null });
  const before = await pidsOf('Lectern library');
  expect(before).toHaveLength(1);

  process.kill(before[0] ?? 0, 'SIGKILL');
  await expect.poll(async () => (await ask(window)).library).toBe('ok');
  const after = await pidsOf('Lectern library');
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
  expect(log().match(/library: open/g)).toHaveLength(2);
});

test('a library that dies over and over is given up, and comes back when asked', async ({
  start,
}) => {
  const { window, pidsOf, log } = await start();
  for (let death = 0; death < 5; death++) {
    await expect.poll(async () => (await pidsOf('Lectern library')).length).toBe(1);
    await expect.poll(() => log().match(/library: open/g)?.length).toBe(death + 1);
    process.kill((await pidsOf('Lectern library'))[0] ?? 0, 'SIGKILL');
    await expect.poll(() => log().match(/library: process ended/g)?.length).toBe(death + 1);
  }
  const heard = await ask(window);
  expect(heard.library).toBe('closed');
  expect(heard.event).toMatchObject({ kind: 'library-failed', code: 'host_gone' });
  expect(await pidsOf('Lectern library')).toEqual([]);

  expect(await restartLibrary(window)).toBe('ok');
  expect(await ask(window)).toEqual({ library: 'ok', event: null });
});

test('a library of a newer Lectern is left alone, said, and opened once it can be', async ({
  start,
  folders,
}) => {
  const first = await start();
  expect((await ask(first.window)).library).toBe('ok');
  await first.quit();
  const set = (version: number) => {
    const database = new Database(join(folders.library, 'library.sqlite'));
    const before = database.pragma('user_version', { simple: true });
    database.pragma(`user_version = ${version}`);
    database.close();
    return Number(before);
  };
  const usual = set(2_000_000_000);

  const { window, log } = await start();
  const heard = await ask(window);
  expect(heard.library).toBe('closed');
  expect(heard.event).toMatchObject({ kind: 'library-failed', code: 'library_too_new' });
  expect(heard.event?.message).toMatch(/newer/);
  expect(await restartLibrary(window)).toBe('library_too_new');
  // Told once for the start and once for the trial: nothing was tried behind this person's back.
  expect(log().match(/library: library_too_new, not started again/g)).toHaveLength(2);

  set(usual);
  expect(await restartLibrary(window)).toBe('ok');
  expect(await ask(window)).toEqual({ library: 'ok', event: null });
});

test('quitting leaves one whole file and no owner behind', async ({ start, folders }) => {
  const { window, quit, log } = await start();
  expect((await ask(window)).library).toBe('ok');
  expect(existsSync(join(folders.library, 'owner.json'))).toBe(true);
  await quit();
  expect(log()).toMatch(/library: process ended with code 0 as asked/);
  const left = readdirSync(folders.library);
  expect(left).toContain('library.sqlite');
  expect(left.filter((name) => /-wal$|-shm$|owner\.json|\.sock$/.test(name))).toEqual([]);
});

test('pages are read in another process than the library’s', async ({ start, folders }) => {
  const page = folders.write('page.html', '<title>A page</title><p>Some words to read.</p>');
  const { window, pidsOf } = await start(page);
  expect((await ask(window)).library).toBe('ok');
  await expect.poll(async () => (await pidsOf('Lectern page reader')).length).toBe(1);
  const [parser] = await pidsOf('Lectern page reader');
  const [library] = await pidsOf('Lectern library');
  expect(parser).not.toBe(library);
});
