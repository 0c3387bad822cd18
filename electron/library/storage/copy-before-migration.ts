// The copy of a library that is made before a migration touches it.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { statement, type WriteDb } from './database.ts';

const PREFIX = 'before-migration-';
/** Copies that stay; each is as large as the library was. */
const KEPT = 3;

/**
 * Writes `backups/before-migration-V-T.sqlite`, where V is the version the library has (`from`) and T the time. A copy that a
 * crash cut short never bears that name.
 * @throws SqliteError or an error of the file system, and then there is nothing left of the copy
 */
export function copyBeforeMigration(
  db: WriteDb,
  libraryDir: string,
  from: number,
  now: number,
): string {
  const folder = join(libraryDir, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const path = join(folder, `${PREFIX}${from}-${stamp}.sqlite`);
  const temporary = `${path}.part`;
  try {
    rmSync(temporary, { force: true });
    // One consistent state, also of what still lies in the write-ahead log.
    statement(db, 'VACUUM INTO ?').run(temporary);
    syncFile(temporary);
    renameSync(temporary, path);
    if (process.platform !== 'win32') syncFile(folder);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  prune(folder);
  return path;
}

function syncFile(path: string): void {
  const handle = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function prune(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.startsWith(PREFIX));
  for (const name of names.filter((each) => each.endsWith('.part'))) {
    rmSync(join(folder, name), { force: true });
  }
  const whole = names.filter((name) => name.endsWith('.sqlite'));
  // By time, not by name: versions do not sort as text.
  const oldestFirst = whole.sort((a, b) => (timeIn(a) < timeIn(b) ? -1 : 1));
  for (const name of oldestFirst.slice(0, -KEPT)) rmSync(join(folder, name), { force: true });
}

const timeIn = (name: string) => name.slice(name.indexOf('-', PREFIX.length) + 1);
