// Has backups made, and made ready to be restored, one at a time; none is made where nothing has changed since the last.
import type { BackupReason, MadeBackup } from '#contract/types/backup.ts';
import type { WriteContext } from '../context.ts';
import type { WriteDb } from '../storage/database.ts';
import type { TaskResult } from './backup-messages.ts';
import { toBackup } from './backup-row.ts';
import { inBackupThread } from './backup-thread.ts';
import { filesState } from './files-state.ts';
import { findBackups } from './find-backups.ts';

export interface BackupMaker {
  /** @throws LibraryError disk_full, read_only, library_damaged where the library cannot be copied any more, cancelled */
  make(reason: BackupReason): Promise<MadeBackup>;
  /** Puts together what is to take the place of the library: stage-restore.ts. */
  stage(backup: { readonly path: string; readonly id: string }): Promise<TaskResult<'stage'>>;
  /** Gives up what is being made; nothing is left of it. */
  close(): Promise<void>;
}

export function backupMaker({ db, dir, ports, emit }: WriteContext): BackupMaker {
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  async function makeOne(reason: BackupReason): Promise<MadeBackup> {
    settle(db);
    const [newest] = findBackups(dir);
    if (newest && newest.facts.filesState === filesState(dir)) {
      return { backup: toBackup(newest), isNew: false };
    }
    const task = { kind: 'write', dir, reason, now: ports.clock.now() } as const;
    const { name } = await inBackupThread(task, ports, closing.signal);
    emit({ kind: 'changed', topics: ['backups'] });
    const made = findBackups(dir).find((backup) => backup.name === name);
    if (!made) throw new Error(`the backup ${name} is not among those found`);
    return { backup: toBackup(made), isNew: true };
  }

  function next<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  return {
    make: (reason) => next(() => makeOne(reason)),
    stage: (backup) =>
      next(() => inBackupThread({ kind: 'stage', dir, ...backup }, ports, closing.signal)),
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
