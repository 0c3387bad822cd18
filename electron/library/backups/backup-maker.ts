// Has backups made, copied to the second folder and made ready to be restored, one after the other; none is made where nothing
// has changed since the last.
import { LibraryError } from '#contract/errors.ts';
import type { BackupReason, MadeBackup } from '#contract/types/backup.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { WriteContext } from '../context.ts';
import { findSettings, putStored } from '../settings/settings-repo.ts';
import type { WriteDb } from '../storage/database.ts';
import type { BackupTask, TaskResult } from './backup-messages.ts';
import { toBackup } from './backup-row.ts';
import { noteBackupState, readBackupState } from './backup-state.ts';
import { inBackupThread } from './backup-thread.ts';
import { filesState } from './files-state.ts';
import { type FoundBackup, findBackups } from './find-backups.ts';
import { assertSecondFolder, findSecondFolder, folderProblem, toProblem } from './second-folder.ts';

export interface BackupMaker {
  /** @throws LibraryError disk_full, read_only, library_damaged where the library cannot be copied any more, cancelled */
  make(reason: BackupReason): Promise<MadeBackup>;
  /** Tries again where the last backup did not come to the second folder. Never throws. */
  catchUp(): Promise<void>;
  /** @param to a folder that is there @throws LibraryError not_found, disk_full, read_only */
  copy(path: string, to: string): Promise<void>;
  /** @throws LibraryError invalid_input */
  setFolder(folder: string | null): Promise<void>;
  remove(path: string): Promise<void>;
  /** Puts together what is to take the place of the library: stage-restore.ts. */
  stage(backup: { readonly path: string; readonly id: string }): Promise<TaskResult<'stage'>>;
  /** Gives up what is being made; nothing is left of it. */
  close(): Promise<void>;
}

export function backupMaker({ db, dir, ports, emit }: WriteContext): BackupMaker {
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  function next<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }
  function run<Kind extends BackupTask['kind']>(task: Extract<BackupTask, { kind: Kind }>) {
    return inBackupThread<Kind>(task, ports, closing.signal);
  }
  const tell = () => emit({ kind: 'changed', topics: ['backups'] });

  async function makeOne(reason: BackupReason): Promise<MadeBackup> {
    settle(db);
    const [newest] = findBackups(dir);
    const isNew = newest?.facts.filesState !== filesState(dir);
    const backup = newest && !isNew ? newest : await writeOne(reason);
    return { backup: toBackup(backup), isNew, second: await copyToSecond(backup) };
  }

  async function writeOne(reason: BackupReason): Promise<FoundBackup> {
    const { backupBudget: budget } = findSettings(db);
    try {
      const { name } = await run({ kind: 'write', dir, reason, now: ports.clock.now(), budget });
      noteBackupState(dir, { problem: null });
      const made = findBackups(dir).find((backup) => backup.name === name);
      if (!made) throw new Error(`the backup ${name} is not among those found`);
      return made;
    } catch (error) {
      if (error instanceof LibraryError && error.code !== 'cancelled') {
        noteBackupState(dir, { problem: { code: error.code, message: error.message } });
      }
      throw error;
    } finally {
      tell();
    }
  }

  /** The backup stands whatever comes of it. */
  async function copyToSecond({ path }: FoundBackup): Promise<Problem | null> {
    const folder = findSecondFolder(db);
    if (folder === null) return null;
    let problem = folderProblem(folder);
    if (!problem) {
      const { backupBudget: budget } = findSettings(db);
      try {
        await run({ kind: 'copy', dir, path, to: folder, budget });
      } catch (error) {
        if (closing.signal.aborted) return null;
        problem = toProblem(error, folder);
      }
    }
    if (noteBackupState(dir, { second: problem })) tell();
    return problem;
  }

  async function catchUp(): Promise<void> {
    const [newest] = findBackups(dir);
    if (newest && readBackupState(dir).second) await copyToSecond(newest);
  }

  return {
    make: (reason) => next(() => makeOne(reason)),
    catchUp: () => next(catchUp),
    copy: (path, to) =>
      next(async () => void (await run({ kind: 'copy', dir, path, to, budget: null }))),
    setFolder: (folder) =>
      next(async () => {
        if (folder !== null) assertSecondFolder(folder, dir);
        putStored(db, 'backup_folder', folder);
        noteBackupState(dir, { second: null });
        const [newest] = findBackups(dir);
        if (newest) await copyToSecond(newest);
        tell();
      }),
    remove: (path) =>
      next(async () => {
        await run({ kind: 'remove', dir, path });
        tell();
      }),
    stage: (backup) => next(() => run({ kind: 'stage', dir, ...backup })),
    async close() {
      closing.abort();
      await last;
    },
  };
}

/** So that what is only moved out of the log later does not look like a change. Waits for nobody who reads. */
function settle(db: WriteDb): void {
  const patience = db.pragma('busy_timeout', { simple: true });
  db.pragma('busy_timeout = 0');
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.pragma(`busy_timeout = ${String(patience)}`);
  }
}
