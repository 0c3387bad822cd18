// The front door for a library that cannot be opened any more, or is not there: lets a backup be it.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BackupName, Restored } from '#contract/types/backup.ts';
import { toBackup } from './backups/backup-row.ts';
import { requireBackup, requireBackupFile } from './backups/locate-backup.ts';
import { putInPlace } from './backups/put-in-place.ts';
import { removeStaged } from './backups/remove-staged.ts';
import { asideName } from './backups/restore-rules.ts';
import { stageRestore } from './backups/stage-restore.ts';
import { DATABASE_FILE } from './storage/library-files.ts';
import { acquireOwnerLock } from './storage/owner-lock.ts';
import { toStorageError } from './storage/storage-error.ts';

type Unopened = { readonly dir: string; readonly now: number } & (
  | { readonly name: BackupName }
  | { readonly path: string }
);

/**
 * What was there stays under another name, however damaged it is.
 * @param now milliseconds
 * @throws LibraryError not_found, library_damaged, library_too_new, library_busy, disk_full, read_only
 */
export function restoreUnopened(unopened: Unopened): Restored {
  const dir = resolve(unopened.dir);
  try {
    const found =
      'name' in unopened ? requireBackup(dir, unopened.name) : requireBackupFile(unopened.path);
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const lock = acquireOwnerLock(dir, { pid: process.pid, address: null });
    try {
      const id = randomBytes(16).toString('hex');
      const { missingAssets } = stageRestore({ dir, path: found.path, id, isOpen: false });
      const setAside = existsSync(join(dir, DATABASE_FILE)) ? asideName(unopened.now) : null;
      putInPlace(dir, setAside);
      return { backup: toBackup(found), before: null, setAside, missingAssets };
    } finally {
      removeStaged(dir);
      lock.release();
    }
  } catch (error) {
    throw toStorageError(error, `the library in “${dir}”`);
  }
}
