// `npm start` itself: where no desktop window can be had it says why in one line, and serves the same window in the browser.
// Electron's binary stands outside of what is tried here: a folder without one, or with a program that only says how it was called.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { build } from '../../scripts/ensure.mjs';
import { lectern } from '../support/lectern.ts';
import { articlePage } from '../support/sample-pages.ts';
import { tempDir } from '../support/temp-dir.ts';

const root = resolve(import.meta.dirname, '..', '..');
const script = join(root, 'scripts', 'start.mjs');
const INSTEAD = 'Lectern opens in the browser instead.';
/** A display is said to be there without any being asked; the way to Electron comes after that. */
const WITH_DISPLAY = { WAYLAND_DISPLAY: 'wayland-none' };

/** What of this computer decides: displays, proxies, mirrors, and where a person's own files are. */
const decides =
  /^(?:WAYLAND_)?DISPLAY$|^https_proxy$|electron|^npm_|^INIT_CWD$|^NODE_OPTIONS$|^XDG_|^LECTERN_/i;

interface Started {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly through?: readonly [program: string, ...words: string[]];
  readonly cwd?: string;
}

/** Starts it in a home of its own, in which nothing is yet. */
async function start({ env = {}, args = [], through = ['node', script], cwd = root }: Started) {
  await build(); // what another test needs as well, and no part of how long this one waits
  const home = tempDir();
  const [program, ...words] = through;
  const kept = Object.entries(process.env).filter(([name]) => !decides.test(name));
  const child = spawn(program, [...words, ...args], {
    cwd,
    env: {
      ...Object.fromEntries(kept),
      HOME: home,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CACHE_HOME: join(home, 'cache'),
      ELECTRON_OVERRIDE_DIST_PATH: join(home, 'no-electron'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  // All of it: npm, the script, and the host.
  onTestFinished(() => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It has ended, as it should.
    }
  });
  const said = { stdout: '', stderr: '' };
  const closed = new Promise<number | null>((done) => child.on('close', done));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said.stderr += chunk;
  });
  const announced = new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said.stdout += chunk;
      if (/\?token=\S+\n/.test(said.stdout)) done();
    });
  });
  await Promise.race([announced, closed]);
  return { child, closed, said, library: join(home, 'data', 'lectern', 'library') };
}

/** Longer than that nobody waits in front of an empty terminal, a busy computer counted in. */
const PATIENCE_MS = 30_000;

const linesOf = (text: string) => text.trimEnd().split('\n');

/** At the address, with its token, is the window; without it, nothing. */
async function isServed(address: string) {
  const url = new URL(address);
  expect(url.hostname).toBe('127.0.0.1');
  expect((await fetch(url.origin)).status).toBe(401);
  const entered = await fetch(url, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await fetch(url.origin, { headers: { cookie } });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<title>Lectern</title>');
}

/** The titles in a library, by the command line beside the host. */
async function titlesIn(library: string): Promise<string[]> {
  const listed = await lectern(['list', '--json', '--library', library]);
  return JSON.parse(listed.stdout).map(({ title }: { title: string }) => title);
}

test('without a display: one line says so, the last is the address, and a first start makes a library with its welcome', async () => {
  const { child, closed, said, library } = await start({});
  expect(linesOf(said.stdout)).toEqual([
    `No desktop window, because there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). ${INSTEAD}`,
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/),
  ]);
  expect(said.stderr).toBe('');
  await isServed(linesOf(said.stdout)[1] ?? '');
  expect(await titlesIn(library)).toEqual(['Welcome to Lectern']);
  // The script passes it on, and ends as the host does.
  child.kill('SIGTERM');
  expect(await closed).toBe(0);
  expect(linesOf(said.stdout)).toHaveLength(2);
});

test('through npm, from another folder: what is behind -- is clipped from where one stands', async () => {
  const cwd = tempDir();
  writeFileSync(join(cwd, 'lamp.html'), articlePage('The lamp', 'A quincunx of moths.'));
  const { said, library } = await start({
    through: ['npm', 'start', '--prefix', root, '--'],
    args: ['lamp.html'],
    cwd,
  });
  expect(linesOf(said.stdout).at(-1)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=/);
  expect(await titlesIn(library)).toEqual(['The lamp', 'Welcome to Lectern']);
});

/** A place to download Electron from, by its address. */
async function mirror(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test.each<[string, RequestListener, RegExp]>([
  [
    'has none of this version',
    (_, reply) => reply.writeHead(404).end(),
    /^Electron cannot be downloaded \(404 from http:\/\/127\.0\.0\.1:\d+\/v\d+\.\d+\.\d+\/electron-v\S+\.zip\)$/,
  ],
  [
    'never answers',
    () => undefined,
    /^Electron cannot be downloaded \(127\.0\.0\.1:\d+: no answer\)$/,
  ],
  [
    'hangs up',
    (request) => request.socket.destroy(),
    /^Electron cannot be downloaded \(127\.0\.0\.1:\d+: UND_ERR_SOCKET\)$/,
  ],
  [
    'has something else under its name',
    (_, reply) => reply.writeHead(200).end('no zip'),
    /^the download of Electron failed$/,
  ],
])(
  'without Electron, and a server that %s: one line says so, and the window is served',
  async (...at) => {
    const [, answer, reason] = at;
    const env = { ...WITH_DISPLAY, ELECTRON_MIRROR: await mirror(answer) };
    const { said } = await start({ env });
    const [first = '', address = '', ...more] = linesOf(said.stdout);
    expect(more).toEqual([]);
    const [, because] = /^No desktop window, because (.+)\. Lectern opens/.exec(first) ?? [];
    expect(because).toMatch(reason);
    await isServed(address);
  },
  PATIENCE_MS,
);

/** A folder with a program in the place of Electron's. */
function electronThat(lines: string): Record<string, string> {
  const dir = tempDir();
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'electron'), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return { ...WITH_DISPLAY, ELECTRON_OVERRIDE_DIST_PATH: dir };
}

test('where Electron lacks a library of the system, that is said', async () => {
  const { said } = await start({
    env: electronThat('echo "electron: libnss3.so: cannot open shared object file" >&2; exit 127'),
  });
  expect(linesOf(said.stdout)[0]).toBe(
    `No desktop window, because Electron cannot start (electron: libnss3.so: cannot open shared object file). ${INSTEAD}`,
  );
  await isServed(linesOf(said.stdout)[1] ?? '');
});

test('where there is an Electron and a display it gets the app and what was given, and its exit code counts', async () => {
  const env = electronThat('[ "$1" = --version ] || { printf "%s\\n" "$PWD" "$@"; exit 3; }');
  const { closed, said } = await start({ env, args: ['--library', 'my library'] });
  expect(await closed).toBe(3);
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  expect(said).toEqual({
    stdout: [root, ...switches, root, '--library', 'my library', ''].join('\n'),
    stderr: '',
  });
});
