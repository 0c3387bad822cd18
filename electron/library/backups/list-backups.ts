// All that there is to know of a library's backups, in both folders.
import type { BackupList, SecondFolder } from '#contract/types/backup.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { ReadDb } from '../storage/database.ts';
import { backupFolder } from './backup-files.ts';
import { toBackup, toBroken } from './backup-row.ts';
import { readBackupState } from './backup-state.ts';
import { lookThrough } from './find-backups.ts';
import { findLibraryId } from './library-id.ts';
import { findSecondFolder, folderProblem } from './second-folder.ts';

export function listBackups(db: ReadDb, dir: string): BackupList {
  const { backups, broken } = lookThrough(backupFolder(dir));
  const state = readBackupState(dir);
  const folder = findSecondFolder(db);
  return {
    backups: backups.map(toBackup),
    broken: broken.map(toBroken),
    problem: state.problem,
    second: folder === null ? null : lookAt(folder, findLibraryId(db), state.second),
  };
}

/** @param failed what went wrong when it was last written to */
function lookAt(dir: string, libraryId: string | null, failed: Problem | null): SecondFolder {
  const problem = folderProblem(dir) ?? failed;
  try {
    const own = lookThrough(dir).backups.filter((backup) => backup.libraryId === libraryId);
    return { dir, count: own.length, newestAt: own[0]?.at ?? null, problem };
  } catch {
    // What stands in the way is in the problem, or comes into it with the next backup.
    return { dir, count: 0, newestAt: null, problem };
  }
}
