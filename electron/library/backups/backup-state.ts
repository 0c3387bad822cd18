// What of making backups went wrong the last time: kept beside the backups, since a library that could not be written keeps nothing,
// and so that it is no change of the library.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Problem } from '#contract/types/problem.ts';
import { parseJson } from '../storage/parse-json.ts';
import { backupFolder } from './backup-files.ts';

const FILE = 'state.json';

const BackupState = z.object({
  /** Why there is no backup of today. */
  problem: Problem.nullable(),
  /** Why it is not in the second folder. */
  second: Problem.nullable(),
});
export type BackupState = z.infer<typeof BackupState>;

const nothing: BackupState = { problem: null, second: null };

export function readBackupState(libraryDir: string): BackupState {
  try {
    const text = readFileSync(join(backupFolder(libraryDir), FILE), 'utf8');
    return BackupState.safeParse(parseJson(text)).data ?? nothing;
  } catch {
    // Not there: nothing went wrong. Not readable: it is written anew with the next backup.
    return nothing;
  }
}

/** @returns whether anything is other than it was; where even this cannot be written, the log has it */
export function noteBackupState(libraryDir: string, change: Partial<BackupState>): boolean {
  const before = readBackupState(libraryDir);
  const after = { ...before, ...change };
  if (JSON.stringify(after) === JSON.stringify(before)) return false;
  const file = join(backupFolder(libraryDir), FILE);
  try {
    if (after.problem === null && after.second === null) rmSync(file, { force: true });
    else {
      mkdirSync(backupFolder(libraryDir), { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.part`, JSON.stringify(after), { mode: 0o600 });
      renameSync(`${file}.part`, file);
    }
  } catch {
    return false;
  }
  return true;
}
