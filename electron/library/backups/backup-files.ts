// Where backups lie, and how their files are called.
import { join } from 'node:path';
import { BackupName } from '#contract/types/backup.ts';

const ENDING = '.sqlite';
/** What a crash left half written ends so, and is no backup. */
export const PART = '.part';
const LAST_TIME = Date.UTC(9999, 11, 31);

export const backupFolder = (libraryDir: string) => join(libraryDir, 'backups');

export const backupFile = (folder: string, name: BackupName) => join(folder, `${name}${ENDING}`);

/** A clock may say anything, and a name has room for four digits of the year. */
export const sensibleTime = (now: number) => Math.min(Math.max(0, Math.floor(now) || 0), LAST_TIME);

/** @param at a sensible time, in milliseconds */
export function backupName(at: number): BackupName {
  return BackupName.parse(new Date(at).toISOString().replace(/[:.]/g, '-'));
}

/** @returns null for any other file */
export function nameOfFile(fileName: string): BackupName | null {
  if (!fileName.endsWith(ENDING)) return null;
  const parsed = BackupName.safeParse(fileName.slice(0, -ENDING.length));
  return parsed.success ? parsed.data : null;
}
