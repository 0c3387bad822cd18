// Finds out whether an Electron window can be had here, without ever starting a download that cannot end:
// require('electron') and the `electron` command both download when the binary is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './ensure.mjs';

const PROBE_MS = 2000;
const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies
  .electron;
const zip = `electron-v${version}-${process.platform}-${process.arch}.zip`;

/** @returns {string} where the binary is, or would be after a download */
export function electronBinary() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(root, 'node_modules/electron/dist');
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  return join(dist, names[process.platform] ?? 'electron');
}

/** @returns {Promise<string | null>} why there can be no window, as far as it shows before the download */
export async function electronObstacle() {
  return (await displayObstacle()) ?? (await downloadObstacle());
}

async function displayObstacle() {
  if (process.platform !== 'linux' || process.env.WAYLAND_DISPLAY) return null;
  const display = process.env.DISPLAY;
  if (!display) return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)';
  const local = /^:(\d+)/.exec(display);
  if (!local) return null; // a display on another machine: only Electron itself can tell
  const answers = await new Promise((resolve) => {
    const socket = connect(`/tmp/.X11-unix/X${local[1]}`);
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
  return answers ? null : `no X server answers at DISPLAY=${display}`;
}

async function downloadObstacle() {
  if (existsSync(electronBinary()) || inCache()) return null;
  // This Node's fetch may know no proxy, while the downloader does: let it try.
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return null;
  const mirror =
    process.env.npm_config_electron_mirror ||
    process.env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/download/';
  const url = `${mirror}${process.env.ELECTRON_CUSTOM_DIR || `v${version}`}/${zip}`;
  try {
    // One byte of the very file, through its redirect: a firewall may refuse only the second host.
    const reply = await fetch(url, {
      headers: { range: 'bytes=0-0' },
      signal: AbortSignal.timeout(PROBE_MS),
    });
    await reply.body?.cancel();
    return reply.ok ? null : `Electron cannot be downloaded (${reply.status} from ${url})`;
  } catch (error) {
    const reason =
      error.name === 'TimeoutError' ? 'no answer' : (error.cause?.code ?? error.message);
    return `Electron cannot be downloaded (${new URL(url).host}: ${reason})`;
  }
}

/** The downloader keeps zips in folders named by the hash of the address, which a mirror changes. */
function inCache() {
  const homes = {
    darwin: join(homedir(), 'Library/Caches/electron'),
    win32: join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'electron/Cache'),
  };
  const cache =
    process.env.electron_config_cache ||
    (homes[process.platform] ??
      join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'electron'));
  try {
    return readdirSync(cache).some((dir) => existsSync(join(cache, dir, zip)));
  } catch {
    return false;
  }
}

/**
 * Downloads the binary if it is missing, and sees whether it loads.
 * @param {string} node the Node that runs Electron's installer
 * @returns {Promise<string | null>} why there can be no window after all
 */
export async function fetchElectron(node) {
  const binary = electronBinary();
  if (!existsSync(binary)) {
    const code = await run(node, [join(root, 'node_modules/electron/install.js')], {
      stdio: ['ignore', 2, 2],
    });
    if (code !== 0 || !existsSync(binary)) return 'the download of Electron failed';
  }
  // 127 is the loader's word that a shared library is missing; any other end is Electron's own affair.
  const trial = spawnSync(binary, ['--version'], {
    encoding: 'utf8',
    timeout: 10_000,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (trial.error && trial.error.code !== 'ETIMEDOUT')
    return `Electron cannot start (${trial.error.message})`;
  if (trial.status === 127) return `Electron cannot start (${trial.stderr.trim().split('\n')[0]})`;
  return null;
}
