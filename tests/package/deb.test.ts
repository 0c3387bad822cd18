// The Debian package as a person meets it: installed, started with a page, used without a window, and taken away again.
// Run by `npm run test:package`.
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { getRawHeader, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from '@playwright/test';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  APP,
  buildPackage,
  electronDist,
  install,
  makePerson,
  obstacle,
  type Person,
  remove,
  root,
  startDisplay,
} from './installed.ts';

const why = obstacle();
if (why) console.log(`The package is not tried: ${why}.`);

/** Everything that is not Electron itself. */
const MAX_OURS_BYTES = 12_000_000;
const ASAR = join(APP, 'resources/app.asar');
const ADDON = '/node_modules/better-sqlite3/prebuilds/linux-x64.node';

describe.skipIf(why !== null)('the Debian package', () => {
  let file = '';
  let person: Person;

  beforeAll(() => {
    file = buildPackage();
    person = makePerson();
  });
  afterAll(() => {
    if (existsSync(APP)) remove();
    person.leave();
  });

  test('holds what runs, in modes that let nobody else write', () => {
    const rows = execFileSync('dpkg-deb', ['-c', file], { encoding: 'utf8' }).trim().split('\n');
    const entries = rows.map((row) => {
      const [mode = '', owner = '', size = '', , , path = ''] = row.split(/\s+/);
      return { mode, owner, size: Number(size), path: path.replace(/^\./, '') };
    });
    const wrong = entries.filter(({ mode, owner, path }) => {
      const runs = /^\/usr\/(?:bin|lib\/lectern)\/(?:lectern|chrome_crashpad_handler)$/.test(path);
      const right = path.endsWith('/')
        ? 'drwxr-xr-x'
        : path.endsWith('/chrome-sandbox')
          ? '-rwsr-xr-x'
          : runs
            ? '-rwxr-xr-x'
            : '-rw-r--r--';
      return owner !== 'root/root' || mode !== right;
    });
    expect(wrong).toEqual([]);

    // Electron's own are there under their names, but for the program itself and its licence.
    const electron = new Set(readdirSync(electronDist, { recursive: true }).map(String));
    const ours = entries.filter(({ path }) => {
      const name = path.slice(`${APP}/`.length);
      const isElectron =
        electron.has(name) || name === 'lectern' || name === 'LICENSE.electron.txt';
      return !path.endsWith('/') && !(path.startsWith(APP) && isElectron);
    });
    const sizes = ['16x16', '24x24', '32x32', '48x48', '64x64', '128x128', '256x256', '512x512'];
    expect(ours.map(({ path }) => path).sort()).toEqual(
      [
        '/usr/bin/lectern',
        ASAR,
        `${ASAR}.unpacked${ADDON}`,
        '/usr/share/applications/lectern.desktop',
        '/usr/share/doc/lectern/changelog',
        '/usr/share/doc/lectern/copyright',
        ...sizes.map((size) => `/usr/share/icons/hicolor/${size}/apps/lectern.png`),
        '/usr/share/icons/hicolor/scalable/apps/lectern.svg',
        '/usr/share/metainfo/org.lectern.app.metainfo.xml',
        '/usr/share/mime/packages/lectern.xml',
      ].sort(),
    );
    const bytes = ours.reduce((sum, { size }) => sum + size, 0);
    console.log(`Not Electron: ${bytes} bytes.`);
    expect(bytes).toBeLessThan(MAX_OURS_BYTES);
  });

  test('is installed, with one native binary, no sources and no maps', async () => {
    install(file);
    const packed = listPackage(ASAR, { isPack: false });
    expect(packed.filter((path) => path.endsWith('.node'))).toEqual([ADDON]);
    expect(packed.filter((path) => /\.(?:map|[cm]?tsx?|[ch]|cc|md)$/.test(path))).toEqual([]);
    // The listing sees what is there.
    expect(packed).toContain('/out/main/index.js');
    expect(getRawHeader(ASAR).headerString).toContain('"unpacked":true');

    const fuses = await getCurrentFuseWire(join(APP, 'lectern'));
    const [off, on] = ['0'.charCodeAt(0), '1'.charCodeAt(0)];
    expect(fuses).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });

  test('names every package without which it would not start', () => {
    // What the linker loads with it, with whose that is on this system.
    const loaded = execFileSync('ldd', [join(APP, 'lectern')], { encoding: 'utf8' });
    const libraries = [...loaded.matchAll(/=> (\/\S+)/g)].map(([, path = '']) => path);
    const foreign = libraries.filter((path) => !path.startsWith(APP));
    const needed = ownersOf(foreign);
    const depends = execFileSync('dpkg-deb', ['-f', file, 'Depends'], { encoding: 'utf8' });
    const brought = withAllBelow(namesIn(depends));
    expect([...needed].filter((name) => !brought.has(name))).toEqual([]);
    // The control: without one of them something is missing.
    const fewer = withAllBelow(namesIn(depends).filter((name) => !name.startsWith('libasound2')));
    expect([...needed].filter((name) => !fewer.has(name))).toEqual([
      expect.stringMatching(/^libasound2/),
    ]);
  });

  test('opens a page that it is started with, in the sandbox, and clips it', async () => {
    const page = givenPage(person, 'omitted-tags.html');
    const display = await startDisplay();
    const port = join(person.home, '.config/Lectern/DevToolsActivePort');
    const child = person.start(['lectern', '--remote-debugging-port=0', page], display.name);
    try {
      await expect.poll(() => existsSync(port)).toBe(true);
      const [number] = readFileSync(port, 'utf8').split('\n');
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
      const window = browser.contexts()[0]?.pages()[0];
      if (!window) throw new Error('There is no window.');
      await window.getByText('Notes on a winter garden').first().waitFor();
      const shot = join(root, 'test-results/package/lectern.png');
      mkdirSync(join(shot, '..'), { recursive: true });
      writeFileSync(shot, await window.screenshot());
      // Its head says how wide it is.
      expect(readFileSync(shot).readUInt32BE(16)).toBeGreaterThan(700);

      const pids = processesOf(person);
      const seccomp = (pid: string) => /Seccomp:\t(\d)/.exec(status(pid))?.[1];
      const renderers = pids.filter((pid) => words(pid).includes('--type=renderer'));
      expect(renderers.length).toBeGreaterThan(0);
      expect(renderers.map(seccomp)).toEqual(renderers.map(() => '2'));
      // What is in no sandbox shows that the question has two answers.
      expect(pids.filter((pid) => !words(pid).includes('--type=')).map(seccomp)).toContain('0');

      // While the window has the library, the command line reads beside it and hands its writes over.
      const [article] = JSON.parse(cli(person, 'list', '--json').stdout);
      expect(article.title).toBe('Notes on a winter garden');
      expect(cli(person, 'tag', article.uid, 'from-outside')).toMatchObject({ code: 0 });
      await window.getByText('from-outside').first().waitFor();
      await browser.close();
    } finally {
      for (const pid of processesOf(person)) process.kill(Number(pid), 'SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      display.end();
    }
  });

  test('its command line needs neither a display nor Node: clip, export, import, backup, salvage', () => {
    const library = join(person.home, 'second');
    const on = (...command: string[]) => cli(person, ...command, '--library', library);
    expect(on('clip', givenPage(person, 'code.html')).stdout).toMatch(/^saved/);
    const exported = join(person.home, 'all.zip');
    expect(on('export', '--full', exported)).toMatchObject({ code: 0, stderr: '' });
    expect(on('backup')).toMatchObject({ code: 0, stderr: '' });
    const [third, fourth] = [join(person.home, 'third'), join(person.home, 'fourth')];
    expect(cli(person, 'import', exported, '--library', third)).toMatchObject({ code: 0 });
    expect(cli(person, 'salvage', library, fourth)).toMatchObject({ code: 0, stderr: '' });
    const titles = [library, third, fourth].map((dir) => titlesIn(dir));
    expect(titles[0]).toHaveLength(1);
    expect(titles).toEqual([titles[0], titles[0], titles[0]]);
    expect(cli(person, 'nothing-of-the-kind')).toMatchObject({ code: 2 });
    // The same for who calls the program itself, as that of an AppImage.
    const itself = person.run([join(APP, 'lectern'), '--cli', 'list', '--library', library]);
    expect(itself).toMatchObject({ code: 0, stdout: on('list').stdout });
  });

  test('goes without a trace, and leaves the library', () => {
    remove();
    expect(existsSync(APP)).toBe(false);
    expect(existsSync('/usr/bin/lectern')).toBe(false);
    expect(existsSync('/usr/share/applications/lectern.desktop')).toBe(false);
    expect(titlesIn(join(person.home, '.local/share/lectern/library'))).toContain(
      'Notes on a winter garden',
    );
  });
});

/** Packages of libraries, wherever of the two they lie: `/lib` leads to `/usr/lib` on newer systems, and dpkg knows one of them. */
function ownersOf(libraries: readonly string[]): Set<string> {
  const places = libraries.map((path) => [path, `/usr${path}`, realpathSync(path)]);
  // Of all at once: one question takes as long as all. Those that it does not know, it complains of.
  const { stdout } = spawnSync('dpkg', ['-S', ...places.flat()], { encoding: 'utf8' });
  const owners = new Map(
    stdout.split('\n').flatMap((line) => {
      const [, owner = '', path = ''] = /^([^:,\s]+).*?: (\/.+)$/.exec(line) ?? [];
      return path === '' ? [] : [[path, owner] as const];
    }),
  );
  return new Set(
    places.map((each) => {
      const owner = each.map((path) => owners.get(path)).find((one) => one !== undefined);
      if (owner === undefined) throw new Error(`${each[0]} is of no package`);
      return owner;
    }),
  );
}

/** Names in a line of `Depends`; of alternatives all. */
const namesIn = (depends: string): string[] =>
  depends.split(/[,|]/).flatMap((one) => /[a-z\d][a-z\d+.-]+/.exec(one)?.[0] ?? []);

/** With what those depend on in turn, as far as it is installed. */
function withAllBelow(names: readonly string[]): Set<string> {
  const fields = ['Package', 'Depends', 'Pre-Depends', 'Provides'];
  const shown = ['-W', '-f', `${fields.map((field) => `$\{${field}}`).join('\\t')}\\n`];
  const installed = execFileSync('dpkg-query', shown, { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const below = new Map<string, readonly string[]>();
  for (const [name = '', depends = '', before = '', provides = ''] of installed) {
    below.set(name, namesIn(`${depends}, ${before}`));
    for (const other of namesIn(provides)) if (!below.has(other)) below.set(other, [name]);
  }
  const all = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (all.has(name)) continue;
    all.add(name);
    waiting.push(...(below.get(name) ?? []));
  }
  return all;
}

const cli = (person: Person, ...command: string[]) => person.run(['lectern', '--cli', ...command]);

/** A copy that the person may read, whatever the folder of the sources allows. */
function givenPage(person: Person, name: string): string {
  const page = join(person.home, name);
  copyFileSync(join(root, 'tests/fixtures/pages', name), page);
  person.own(page);
  return page;
}

function titlesIn(library: string): string[] {
  const database = new Database(join(library, 'library.sqlite'), { readonly: true });
  try {
    return database.prepare('SELECT title FROM article ORDER BY title').pluck().all() as string[];
  } finally {
    database.close();
  }
}

/** Process ids of what the person runs of Lectern. */
function processesOf({ home }: Person): string[] {
  const { uid } = statSync(home);
  return readdirSync('/proc').filter((pid) => {
    try {
      return statSync(`/proc/${pid}`).uid === uid && words(pid).startsWith(`${APP}/lectern`);
    } catch {
      return false; // Not a process, or gone by now.
    }
  });
}

const status = (pid: string) => readFileSync(`/proc/${pid}/status`, 'utf8');
const words = (pid: string) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
