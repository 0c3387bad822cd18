// Makes of a backup what can take the place of the library: a copy, looked through, of today's schema, with the files of its
// articles back in the store. Nothing of the library is touched.
import { copyFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { carryNetworkOver } from '../network/carry-over.ts';
import type { Logger } from '../ports.ts';
import { openReader, openWriter, type ReadDb, type WriteDb } from '../storage/database.ts';
import { DATABASE_FILE, NEXT_DATABASE_FILE } from '../storage/library-files.ts';
import { assertNotTooNew, migrate, schemaVersion } from '../storage/migrate.ts';
import { migrations } from '../storage/migrations/list.ts';
import { findFacts, forgetFacts } from './backup-facts.ts';
import { keepAssets } from './keep-assets.ts';
import { findLibraryId, putLibraryId } from './library-id.ts';
import { lookAtRows } from './look-at-rows.ts';
import { removeStaged } from './remove-staged.ts';
import { syncFileSync } from './sync-files.ts';

interface Restoring {
  /** The library's folder. */
  readonly dir: string;
  /** The backup; the files of its articles lie in `assets/` beside it. */
  readonly path: string;
  /** What the library is called where the backup does not say. */
  readonly id: string;
  /** Whether the library in the folder is open. What it was about the network stays, else as far as it can be read. */
  readonly isOpen: boolean;
}

/** A thread has no log, and the file that is migrated is nobody's library yet. */
const noLog: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * @returns how many files of articles are neither in the library nor beside the backup
 * @throws LibraryError library_damaged, library_too_new, unsupported_type where it is no backup
 * @throws SqliteError or an error of the file system; nothing is left of the copy then
 */
export function stageRestore({ dir, path, id, isOpen }: Restoring): { missingAssets: number } {
  const next = join(dir, NEXT_DATABASE_FILE);
  removeStaged(dir);
  try {
    copyFileSync(path, next);
    const copy = openReader(next);
    let itsId: string | null;
    try {
      assertWhole(copy, path);
      itsId = findLibraryId(copy);
    } finally {
      copy.close();
    }
    const db = openWriter(next);
    let missingAssets: number;
    try {
      // What it is migrated from stays where it is: it needs no copy.
      migrate(db, migrations, { dir: path, log: noLog, copyFirst: () => undefined });
      // An older one would get a new id by being migrated.
      putLibraryId(db, itsId ?? id);
      forgetFacts(db);
      if (isOpen) carryOver(dir, db);
      else carryOverWhatCanBeRead(dir, db);
      missingAssets = keepAssets(db, { from: dirname(path), to: dir });
      db.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
    }
    syncFileSync(next);
    return { missingAssets };
  } catch (error) {
    removeStaged(dir);
    throw error;
  }
}

function carryOver(dir: string, to: WriteDb): void {
  const from = openReader(join(dir, DATABASE_FILE));
  try {
    carryNetworkOver(from, to);
  } finally {
    from.close();
  }
}

/** One that cannot be opened is often damaged elsewhere than in its ledger. Where that cannot be read, the backup's stays. */
function carryOverWhatCanBeRead(dir: string, to: WriteDb): void {
  if (!existsSync(join(dir, DATABASE_FILE))) return;
  try {
    carryOver(dir, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_'))) {
      throw error;
    }
    // A full disk is not the old file's fault.
    if (error.code === 'SQLITE_FULL') throw error;
  }
}

function assertWhole(copy: ReadDb, path: string): void {
  const facts = findFacts(copy);
  if (!facts) throw new LibraryError('unsupported_type', `“${path}” is no backup of a library.`);
  assertNotTooNew(schemaVersion(copy), migrations, path);
  const { faults } = lookAtRows(copy);
  if (faults <= facts.faults) return;
  throw new LibraryError(
    'library_damaged',
    'This backup is damaged: it is not as it was written. Nothing was changed.',
  );
}
