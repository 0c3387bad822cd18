// Where the Electron binary lies that tests and benches start.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Found by its files: requiring `electron` would download a missing one. @returns null where there is none */
export function electronBinary(): string | null {
  const own = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(own, 'dist');
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  const file = join(dist, names[process.platform] ?? 'electron');
  return existsSync(file) ? file : null;
}

/** Chromium refuses its sandbox to root. */
export const isRoot = process.getuid?.() === 0;

/** Stand before the app's path. */
export const electronSwitches: readonly string[] = isRoot ? ['--no-sandbox'] : [];
