// The Debian package, built and installed once, and a person who uses it. Whoever wants to see it installed needs to be root, on
// Debian, with a folder of Electron (ELECTRON_OVERRIDE_DIST_PATH); `obstacle` says what is missing.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const electronDist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '';
export const APP = '/usr/lib/lectern';
const ADDON = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';

export function obstacle(): string | null {
  if (!existsSync(join(electronDist, 'electron'))) {
    return 'ELECTRON_OVERRIDE_DIST_PATH names no folder with Electron';
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'this is not Linux on x64';
  if (userInfo().uid !== 0) return 'only root may install a package';
  for (const program of ['dpkg-deb', 'runuser', 'useradd', 'Xvfb']) {
    if (spawnSync('which', [program]).status !== 0) return `there is no ${program}`;
  }
  return existsSync(APP) ? `${APP} is there already` : null;
}

/** @returns path of the package, made as the README says, but hardly compressed: that would take minutes */
export function buildPackage(): string {
  const env = { ...process.env, DPKG_DEB_COMPRESSOR_LEVEL: '0' };
  execFileSync('npm', ['run', '--silent', 'package:deb'], { cwd: root, env, stdio: 'pipe' });
  const file = readdirSync(join(root, 'dist')).find((name) => name.endsWith('_amd64.deb')) ?? '';
  return join(root, 'dist', file);
}

/** What a desktop brings along may be missing on a test machine: the program is started nevertheless. */
export function install(file: string): void {
  execFileSync('dpkg', ['--force-depends', '-i', file], { stdio: 'pipe' });
  // An Electron older than the pinned one may know only an older Node-API: then whoever runs the tests brings an addon for it.
  const other = join(process.env.LECTERN_APP_DIR ?? '', ADDON);
  if (existsSync(other)) copyFileSync(other, join(APP, 'resources/app.asar.unpacked', ADDON));
}

export const remove = (): void => void execFileSync('dpkg', ['-r', 'lectern'], { stdio: 'pipe' });

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Somebody without any rights, with a home of their own and a display when they have one. */
export interface Person {
  readonly home: string;
  /** Runs a command to its end. There is no display, and no Node. */
  run(words: readonly string[], input?: string): Ran;
  /** Starts the window, and goes on. */
  start(words: readonly string[], display: string): ChildProcess;
  /** A file of theirs. */
  own(path: string): void;
  leave(): void;
}

export function makePerson(): Person {
  const name = `lectern-${process.pid}`;
  const home = mkdtempSync(join(tmpdir(), 'lectern-home-'));
  execFileSync('useradd', ['--system', '--home-dir', home, '--shell', '/bin/sh', name]);
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  const [uid, gid] = [id('-u'), id('-g')];
  const own = (path: string) => chownSync(path, uid, gid);
  own(home);
  const as = (words: readonly string[], display?: string) => {
    const env = [`HOME=${home}`, 'PATH=/usr/bin:/bin', 'LANG=C.UTF-8'];
    if (display !== undefined) env.push(`DISPLAY=${display}`);
    return ['-u', name, '--', 'env', '-i', ...env, ...words];
  };
  return {
    home,
    own,
    run(words, input = '') {
      const options = { input, encoding: 'utf8', cwd: home } as const;
      const { status, stdout, stderr } = spawnSync('runuser', as(words), options);
      return { code: status, stdout, stderr };
    },
    start: (words, display) => spawn('runuser', as(words, display), { cwd: home }),
    leave() {
      execFileSync('userdel', [name]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** @returns its name, and how to end it */
export async function startDisplay(): Promise<{ name: string; end: () => void }> {
  // Without access control: it is for one test, and for somebody else than who starts it.
  const words = ['-ac', '-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '1440x900x24'];
  const child = spawn('Xvfb', words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const number = await new Promise<string>((done, failed) => {
    child.once('error', failed);
    child.stdout.once('data', (data) => done(String(data).trim()));
  });
  return { name: `:${number}`, end: () => void child.kill() };
}
