// One process owns a library: it alone writes. The lock is the operating system's, so that it goes with the process
// however that ends; who holds it stands in a file beside it.
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { LibraryError } from '#contract/errors.ts';
import { codeOf } from './storage-error.ts';

/** Who has the library open, and where they answer calls. */
export interface Owner {
  readonly pid: number;
  /** Socket or pipe; null where the owner answers no one. */
  readonly address: string | null;
}

export interface OwnerLock {
  release(): void;
}

// SQLite's lock on an empty database file of its own: it works alike on every system, and vanishes with the process.
// On POSIX such a lock is also lost when the same process opens and closes the file by other means: nothing else may.
export const LOCK_FILE = 'owner.lock';
const NOTE_FILE = 'owner.json';
/** Long enough for someone who only asks whether the library is owned; that takes the lock for an instant. */
const ACQUIRE_TIMEOUT_MS = 300;

const OwnerNote = z.object({ pid: z.int(), address: z.string().nullable() });

/**
 * Takes the library for this process.
 * @throws LibraryError library_busy with the owner's `pid` and `address`
 * @throws SqliteError where the folder cannot be written
 */
export function acquireOwnerLock(dir: string, owner: Owner): OwnerLock {
  const file = join(dir, LOCK_FILE);
  const lock = new Database(file, { timeout: ACQUIRE_TIMEOUT_MS });
  try {
    lock.pragma('journal_mode = MEMORY'); // Nothing is ever written: no journal beside it.
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (codeOf(error) === 'SQLITE_BUSY') throw busy(dir, readNote(dir));
    throw error;
  }
  try {
    chmodSync(file, 0o600);
    writeNote(dir, owner);
  } catch (error) {
    lock.close();
    throw error;
  }
  return {
    release() {
      rmSync(join(dir, NOTE_FILE), { force: true });
      lock.close();
    },
  };
}

/** Who has the library open; null where nobody has. What a crashed owner left behind does not count. */
export function readOwner(dir: string): Owner | null {
  return isLocked(dir) ? (readNote(dir) ?? { pid: 0, address: null }) : null;
}

function isLocked(dir: string): boolean {
  const file = join(dir, LOCK_FILE);
  if (!existsSync(file)) return false;
  const lock = new Database(file, { readonly: true, timeout: 0 });
  try {
    lock.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    if (codeOf(error) === 'SQLITE_BUSY') return true;
    throw error;
  } finally {
    lock.close();
  }
}

function busy(dir: string, owner: Owner | null): LibraryError {
  const who = owner ? `another program (process ${owner.pid})` : 'another program';
  const details: Record<string, string | number> = {};
  if (owner) details.pid = owner.pid;
  if (owner?.address) details.address = owner.address;
  return new LibraryError('library_busy', `The library in “${dir}” is open in ${who}.`, details);
}

function readNote(dir: string): Owner | null {
  try {
    return OwnerNote.parse(JSON.parse(readFileSync(join(dir, NOTE_FILE), 'utf8')));
  } catch {
    // Not written yet, or by nobody we know: the lock tells that there is an owner, this only who it is.
    return null;
  }
}

function writeNote(dir: string, owner: Owner): void {
  const file = join(dir, NOTE_FILE);
  writeFileSync(`${file}.part`, JSON.stringify(owner), { mode: 0o600 });
  renameSync(`${file}.part`, file);
}
