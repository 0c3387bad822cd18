// Test data that lies beside the project and is no part of it. Tests that want it are skipped where it is missing.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(process.env.LECTERN_SHARED ?? '../shared', 'data');

/** @returns the path of a file or folder, or null with a printed reason */
export function sharedData(path: string): string | null {
  const file = resolve(root, path);
  if (existsSync(file)) return file;
  console.log(`skipped: there is no ${path} in ${root} (set LECTERN_SHARED)`);
  return null;
}

export const sharedJson = (path: string): unknown => {
  const file = sharedData(path);
  return file === null ? null : JSON.parse(readFileSync(file, 'utf8'));
};
