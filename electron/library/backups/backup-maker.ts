// Has backups made, one at a time, and none where nothing has changed since the last.
import type { BackupReason, MadeBackup } from '#contract/types/backup.ts';
import type { WriteContext } from '../context.ts';
import type { WriteDb } from '../storage/database.ts';
import { toBackup } from './backup-row.ts';
import { backupInThread } from './backup-thread.ts';
import { filesState } from './files-state.ts';
import { findBackups } from './find-backups.ts';

export interface BackupMaker {
  /** @throws LibraryError disk_full, read_only, library_damaged where the library cannot be copied any more, cancelled */
  make(reason: BackupReason): Promise<MadeBackup>;
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
    const task = { dir, reason, now: ports.clock.now() };
    const thread = { spawn: ports.spawnBackup, log: ports.log };
    const name = await backupInThread(task, thread, closing.signal);
    emit({ kind: 'changed', topics: ['backups'] });
    const made = findBackups(dir).find((backup) => backup.name === name);
    if (!made) throw new Error(`the backup ${name} is not among those found`);
    return { backup: toBackup(made), isNew: true };
  }

  return {
    make(reason) {
      const made = last.then(() => makeOne(reason));
      last = made.catch(() => undefined);
      return made;
    },
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
