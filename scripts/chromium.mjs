// Finds a Chromium for the end-to-end tests; getChromium() also installs one where it can.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { installOnDebian } from './debian.mjs';
import { root, run } from './ensure.mjs';

const MINUTE = 60_000;
const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @returns {string | undefined} path of a Chromium or Chrome that is already here */
export function findChromium() {
  if (process.env.LECTERN_CHROMIUM) return process.env.LECTERN_CHROMIUM;
  const dirs = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => dirs.map((dir) => join(dir, name)));
  return [...onPath, ...elsewhere, playwrightsOwn()].find(
    // Ubuntu's chromium-browser may be a stub that only points at a snap.
    (file) =>
      file && existsSync(file) && spawnSync(file, ['--version'], { timeout: MINUTE }).status === 0,
  );
}

/** @returns {Promise<string | undefined>} path of a Chromium, installed now if need be and possible */
export async function getChromium() {
  const found = findChromium();
  if (found) return found;
  // Fonts as well: without them pages in Chinese or Japanese have no measurable text.
  const packages = ['chromium', 'fonts-liberation', 'fonts-noto-cjk'];
  if (!(await installOnDebian(...packages))) {
    await run('playwright', ['install', 'chromium'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 2],
      timeout: 5 * MINUTE,
    });
  }
  return findChromium();
}

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    return undefined;
  }
}
