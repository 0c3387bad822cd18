// Opens the database of a library for its owner: folder, lock, checks, migrations.
import { constants, existsSync, statSync } from 'node:fs';
import { access, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { Ports } from '../ports.ts';
import { openReader, openWriter, statement, type WriteDb } from './database.ts';
import { inspectContent, inspectFile } from './inspect-library.ts';
import { DATABASE_FILE } from './library-files.ts';
import { migrate, newestVersion, schemaVersion } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { acquireOwnerLock, type OwnerLock } from './owner-lock.ts';
import { codeOf, toStorageError } from './storage-error.ts';
import { uidMaker } from './uid.ts';

export interface Storage {
  readonly db: WriteDb;
  readonly isNew: boolean;
  newUid(): string;
  /** Writes everything into the one file, closes it, and lets others own the library. */
  close(): void;
  /**
   * As `close`, but stays the owner: `exchange` may put another file in the place of the database, and what is there then is
   * opened. A failure of `exchange` is its own affair.
   */
  reopen(exchange: () => void): Promise<Storage>;
}

/**
 * @param dir absolute
 * @throws LibraryError library_busy, library_too_new, library_damaged, read_only, disk_full, unsupported_type
 */
export async function openStorage(
  dir: string,
  ports: Pick<Ports, 'clock' | 'log'>,
  address: string | null,
): Promise<Storage> {
  try {
    // Before anything is made: a folder that is no library, or a newer one, stays as it is.
    await inspectFile(dir, migrations);
    await makeFolder(dir);
    const lock = acquireOwnerLock(dir, { pid: process.pid, address });
    try {
      return await openOwned(dir, ports, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw toStorageError(error, `the library in “${dir}”`);
  }
}

async function makeFolder(dir: string): Promise<void> {
  await makeWithParents(dir);
  try {
    await access(dir, constants.W_OK);
  } catch (error) {
    if (codeOf(error) !== 'EROFS' && codeOf(error) !== 'EACCES') throw error;
    throw new LibraryError(
      'read_only',
      `The folder “${dir}” is read-only, so nothing can be added to the library in it.`,
    );
  }
}

/** Not mkdir's `recursive`, which reports a read-only disk as a missing folder. */
async function makeWithParents(dir: string): Promise<void> {
  try {
    await makeUnlessThere(dir);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(dir) === dir) throw error;
    await makeWithParents(dirname(dir));
    await makeUnlessThere(dir);
  }
}

/** Another process may make the same folder at the same time: whoever made it, it is there. */
async function makeUnlessThere(dir: string): Promise<void> {
  try {
    // What a person reads is nobody else's business.
    await mkdir(dir, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

async function openOwned(
  dir: string,
  ports: Pick<Ports, 'clock' | 'log'>,
  lock: OwnerLock,
): Promise<Storage> {
  const file = join(dir, DATABASE_FILE);
  // Again, now that nobody else can change it.
  if (await inspectFile(dir, migrations)) {
    takeBackFirstWrite(file);
    assertOurs(file, dir);
  }
  // SQLite gives its other files the mode of this one.
  else await (await open(file, 'a', 0o600)).close();
  const db = openWriter(file);
  try {
    const version = schemaVersion(db);
    const isOlder = version > 0 && version < newestVersion(migrations);
    const backups = isOlder ? await import('../backups/write-backup.ts') : null;
    const isNew = migrate(db, migrations, {
      dir,
      log: ports.log,
      copyFirst() {
        if (!backups) throw new Error('the library is migrated without a copy');
        backups.writeBackup(db, { dir, reason: 'before-migration', now: ports.clock.now() });
      },
    });
    const newUid = uidMaker(ports.clock, findGreatestUid(db));
    const closeFile = () => {
      // Only tidying up: what could not be moved out of the log stays readable in it.
      try {
        db.pragma('wal_checkpoint(TRUNCATE)');
      } catch (error) {
        ports.log.warn(`the write-ahead log was left as it is (${codeOf(error)})`);
      }
      db.close();
    };
    return {
      db,
      isNew,
      newUid,
      close() {
        closeFile();
        lock.release();
      },
      async reopen(exchange) {
        closeFile();
        try {
          exchange();
          return await openOwned(dir, ports, lock);
        } catch (error) {
          lock.release();
          throw toStorageError(error, `the library in “${dir}”`);
        }
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A table needs a second one: nothing can have been in such a file, whoever made it. */
const ONE_PAGE = 4096;

/**
 * A power cut during the very first write leaves a journal that only a writer may roll back. Whatever else has such a journal is
 * left alone.
 */
function takeBackFirstWrite(file: string): void {
  if (!existsSync(`${file}-journal`) || statSync(file).size > ONE_PAGE) return;
  const db = openWriter(file);
  try {
    // Opening alone reads nothing.
    db.pragma('schema_version');
  } finally {
    db.close();
  }
}

/** Through a connection that cannot write: a writer changes a file merely by opening it. */
function assertOurs(file: string, dir: string): void {
  const db = openReader(file);
  try {
    inspectContent(db, dir, migrations);
  } finally {
    db.close();
  }
}

function findGreatestUid(db: WriteDb): string | undefined {
  const uid = statement<string | null>(
    db,
    `SELECT max(uid) FROM (
      SELECT max(uid) AS uid FROM article UNION ALL SELECT max(uid) FROM snapshot
      UNION ALL SELECT max(uid) FROM tag UNION ALL SELECT max(uid) FROM journal_step
      UNION ALL SELECT max(uid) FROM highlight UNION ALL SELECT max(uid) FROM note
      UNION ALL SELECT max(uid) FROM collection UNION ALL SELECT max(uid) FROM saved_search)`,
  )
    .pluck()
    .get();
  return uid ?? undefined;
}
