// What has to be there before anything runs: packages, a Node that can run TypeScript, a fresh build.
// Like all of scripts/: plain modules and node: imports only, because this starts before any package is
// installed, on whatever Node (18 or later) the person has.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const installedFrom = join(modules, '.installed-from');
const builtFrom = join(root, 'out', '.built-from');

/** Installs the packages of the lockfile, unless that very lockfile is what is installed. */
export async function install() {
  if (isInstalled()) return;
  await alone('.install-lock', async () => {
    if (isInstalled()) return; // another process did it while we waited
    console.error('Installing packages (npm ci); this takes a minute the first time.');
    // Not the pinned Node: it lies in the very folder that npm ci removes first.
    const PATH = (process.env.PATH ?? '')
      .split(delimiter)
      .filter((dir) => dir !== join(modules, '.bin'))
      .join(delimiter);
    const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      env: { PATH },
      cwd: root,
      stdio: ['ignore', 2, 2], // stdout belongs to the command that needed the packages
    });
    if (code !== 0) throw new Error(`npm ci failed (exit ${code}); see its message above.`);
    stamp();
  });
}

function isInstalled() {
  return read(installedFrom) === sha256(read(join(root, 'package-lock.json')));
}

function stamp() {
  writeFileSync(installedFrom, sha256(read(join(root, 'package-lock.json'))));
}

/** @returns {string} a Node of version 24 or later, which runs .ts files as they are */
export function node24() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  // The binary itself, not the link in .bin, which is a shell script on Windows.
  const pinned = join(modules, `node-${system}-${process.arch}`, 'bin', file);
  if (existsSync(pinned)) return pinned;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Error(
    `Lectern needs Node 24 or later; this is ${process.versions.node}, and npm has no Node for ` +
      `${process.platform}-${process.arch} that could stand in. Please install Node 24 and try again.`,
  );
}

/** Builds the app into out/, unless out/ was built from these very sources. */
export async function build() {
  await alone('.build-lock', async () => {
    const sources = sourcesHash();
    if (read(builtFrom) === sources && existsSync(join(root, 'out/renderer/index.html'))) return;
    rmSync(builtFrom, { force: true });
    const vite = join(modules, 'electron-vite', 'bin', 'electron-vite.js');
    const code = await run(node24(), [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (code !== 0) throw new Error(`electron-vite build failed (exit ${code}); see above.`);
    writeFileSync(builtFrom, sources);
  });
}

/** Content, not times: a checkout or a copy gives every file a new time. */
function sourcesHash() {
  const files = [
    'package.json',
    'package-lock.json',
    'electron.vite.config.ts',
    'scripts/slim.mjs',
    'scripts/licences.mjs',
  ];
  const walk = (dir) => {
    if (!existsSync(join(root, dir))) return;
    for (const entry of readdirSync(join(root, dir), { withFileTypes: true })) {
      if (entry.isDirectory()) walk(`${dir}/${entry.name}`);
      else files.push(`${dir}/${entry.name}`);
    }
  };
  for (const dir of ['electron', 'renderer', 'resources']) walk(dir);
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * Runs a command to its end, with the project's tools and its Node first in PATH.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, stdio?: import('node:child_process').StdioOptions, timeout?: number }} [options] timeout in ms
 * @returns {Promise<number>} its exit code; 128 + the signal's number if a signal ended it, 127 if it could not start
 */
export function run(command, args, { env = {}, cwd, stdio = 'inherit', timeout } = {}) {
  const PATH = `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(command, args, {
    cwd,
    stdio,
    timeout,
    env: { ...process.env, PATH, ...env },
    shell: process.platform === 'win32' && command === 'npm', // npm is a .cmd there
  });
  // Ctrl-C in a terminal reaches the whole process group; passing it on too would make it two.
  const signals = process.stdin.isTTY ? ['SIGTERM', 'SIGHUP'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => void child.kill(signal);
  const ignore = () => {};
  for (const signal of signals) process.on(signal, pass);
  process.on('SIGINT', ignore); // stay until the child has gone, to report its code
  return new Promise((resolve) => {
    const end = (code) => {
      for (const signal of signals) process.off(signal, pass);
      process.off('SIGINT', ignore);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Where the person stands: npm changes into the project and says in INIT_CWD where it was called. */
export function callerDir(script) {
  const viaNpm = process.env.npm_lifecycle_event === script && process.cwd() === root;
  return (viaNpm && process.env.INIT_CWD) || process.cwd();
}

/** One process at a time; a lock whose owner is dead counts for nothing. */
async function alone(name, work) {
  const lock = join(root, name);
  const owner = join(lock, 'pid');
  for (let told = false; ; await sleep(200)) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isStale(lock, owner)) rmSync(lock, { recursive: true, force: true });
    else if (!told) {
      console.error(`Waiting for another process to finish (${lock}).`);
      told = true;
    }
  }
  try {
    writeFileSync(owner, String(process.pid));
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isStale(lock, owner) {
  const pid = Number(read(owner));
  try {
    // Between mkdir and the pid there is a moment without an owner; after ten seconds it was a crash.
    if (!pid) return Date.now() - statSync(lock).mtimeMs > 10_000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

// npm runs this after every install (see "postinstall"), so that install() knows what is there. A partial
// install (--omit=dev) is not recorded.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (existsSync(join(modules, 'electron-vite'))) stamp();
}
