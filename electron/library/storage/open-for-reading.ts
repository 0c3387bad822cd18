// Opens a library's database for reading only, wherever it lies.
import { existsSync, rmSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { openReader, type ReadDb } from './database.ts';
import { inspectContent, inspectFile } from './inspect-library.ts';
import { DATABASE_FILE } from './library-files.ts';
import { newestVersion, schemaVersion } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { codeOf, toStorageError } from './storage-error.ts';

export interface OpenedForReading {
  readonly db: ReadDb;
  close(): void;
}

/**
 * @param dir absolute
 * @throws LibraryError not_found library_too_new library_damaged unsupported_type conflict (made by an older version)
 */
export async function openForReading(dir: string): Promise<OpenedForReading> {
  try {
    if (!(await inspectFile(dir, migrations))) throw noLibrary(dir);
    const opened = await openAnyhow(join(dir, DATABASE_FILE));
    try {
      if (!inspectContent(opened.db, dir, migrations)) throw noLibrary(dir);
      assertUpToDate(opened.db, dir);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  } catch (error) {
    throw toStorageError(error, `the library in “${dir}”`);
  }
}

/**
 * In a folder that cannot be written SQLite opens a database with a write-ahead log only where the log's two files are
 * there already, as they are beside an owner. Otherwise a private copy is opened.
 */
async function openAnyhow(file: string): Promise<OpenedForReading> {
  try {
    return opened(openReader(file));
  } catch (error) {
    if (!/^SQLITE_(CANTOPEN|READONLY)/.test(codeOf(error) ?? '')) throw error;
    return openCopy(file);
  }
}

async function openCopy(file: string): Promise<OpenedForReading> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-read-'));
  const copy = join(folder, DATABASE_FILE);
  try {
    await copyFile(file, copy);
    // What was committed last may only be in the log that a crash left.
    if (existsSync(`${file}-wal`)) await copyFile(`${file}-wal`, `${copy}-wal`);
    return opened(openReader(copy), folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** @param folder goes when the connection does */
function opened(db: ReadDb, folder?: string): OpenedForReading {
  const close = () => {
    db.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  try {
    // SQLite opens the file only when it first reads from it.
    schemaVersion(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return { db, close };
}

function assertUpToDate(db: ReadDb, dir: string): void {
  const version = schemaVersion(db);
  if (version === newestVersion(migrations)) return;
  throw new LibraryError(
    'conflict',
    `The library in “${dir}” was made by an older version of Lectern. Open it once where it can be written, to bring it up to date.`,
    { libraryVersion: version },
  );
}

function noLibrary(dir: string): LibraryError {
  return new LibraryError('not_found', `There is no library in “${dir}”.`);
}
