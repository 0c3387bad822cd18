// The backup that a caller names.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { BackupName } from '#contract/types/backup.ts';
import { backupFile, backupFolder } from './backup-files.ts';
import { type FoundBackup, lookThrough, readBackup } from './find-backups.ts';

/** @throws LibraryError not_found, library_damaged */
export function requireBackup(dir: string, name: BackupName): FoundBackup {
  const { backups, broken } = lookThrough(backupFolder(dir));
  const found = backups.find((backup) => backup.name === name);
  if (found) return found;
  if (broken.some((backup) => backup.name === name)) throw damaged(name);
  throw new LibraryError('not_found', `There is no backup “${name}” any more.`);
}

/** Also one that cannot be read any more. @returns its path @throws LibraryError not_found */
export function requireFile(dir: string, name: BackupName): string {
  const path = backupFile(backupFolder(dir), name);
  if (existsSync(path)) return path;
  throw new LibraryError('not_found', `There is no backup “${name}” any more.`);
}

/** @param path absolute @throws LibraryError not_found, library_damaged */
export function requireBackupFile(path: string): FoundBackup {
  if (!existsSync(path)) throw new LibraryError('not_found', `There is no file “${path}”.`);
  const found = readBackup(path);
  if (found) return found;
  throw damaged(basename(path));
}

const damaged = (name: string) =>
  new LibraryError(
    'library_damaged',
    `“${name}” is no backup of a library, or it is damaged: its end is missing, or it is not as it was written. Nothing was changed.`,
  );
