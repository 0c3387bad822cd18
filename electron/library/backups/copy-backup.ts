// Copies a backup to another folder, usually on another disk: read again and compared before it gets its name.
import { copyFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { openReader } from '../storage/database.ts';
import { codeOf } from '../storage/storage-error.ts';
import { PART } from './backup-files.ts';
import { readBackup } from './find-backups.ts';
import { keepAssets } from './keep-assets.ts';
import { hashOfFileSync, syncFileSync, syncFolderSync } from './sync-files.ts';

/**
 * The folder itself must be there: one that is not may be a disk that is not plugged in, and what was written in its place would
 * lie on the wrong one.
 * @param path of the backup, with `assets/` beside it
 * @param to absolute
 * @throws LibraryError not_found, library_damaged where the copy is not as the backup is
 * @throws SqliteError or an error of the file system
 */
export function copyBackup(path: string, to: string): void {
  requireFolder(to);
  mkdirSync(join(to, 'assets'), { recursive: true, mode: 0o700 });
  const target = join(to, basename(path));
  if (isThere(path, target)) return;
  const part = `${target}${PART}`;
  try {
    copyFileSync(path, part);
    syncFileSync(part);
    if (hashOfFileSync(part) !== hashOfFileSync(path)) {
      throw new LibraryError('library_damaged', `The disk of “${to}” did not keep the backup.`);
    }
    const copy = openReader(part);
    try {
      keepAssets(copy, { from: dirname(path), to, otherDisk: true });
    } finally {
      copy.close();
    }
    renameSync(part, target);
    syncFolderSync(to);
  } finally {
    rmSync(part, { force: true });
  }
}

function requireFolder(folder: string): void {
  try {
    if (statSync(folder).isDirectory()) return;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  throw new LibraryError('not_found', `There is no folder “${folder}” at the moment.`);
}

function isThere(path: string, target: string): boolean {
  const found = statSync(target, { throwIfNoEntry: false });
  return found?.size === statSync(path).size && readBackup(target) !== null;
}
