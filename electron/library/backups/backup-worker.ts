// The thread in which backups are written and looked through, on connections of its own: neither the writer nor a query waits
// for it.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { toWire } from '#contract/errors.ts';
import { openReader, type ReadDb } from '../storage/database.ts';
import { DATABASE_FILE } from '../storage/library-files.ts';
import { toStorageError } from '../storage/storage-error.ts';
import { backupFolder } from './backup-files.ts';
import { BackupTask, type TaskReply, type TaskResult } from './backup-messages.ts';
import { copyBackup } from './copy-backup.ts';
import { findLibraryId } from './library-id.ts';
import { budgetOf, pruneBackups, removeBackup } from './prune-backups.ts';
import { stageRestore } from './stage-restore.ts';
import { writeBackup } from './write-backup.ts';

if (!parentPort) throw new Error('backup-worker.ts runs in a worker thread only');
parentPort.postMessage(reply(BackupTask.parse(workerData)));

function reply(task: BackupTask): TaskReply {
  try {
    return { ok: true, value: work(task) };
  } catch (error) {
    const explained = toStorageError(error, 'the backup');
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, error: toWire(explained), stack };
  }
}

function work(task: BackupTask): TaskResult<BackupTask['kind']> {
  switch (task.kind) {
    case 'write':
      return inLibrary(task.dir, (db) => {
        const { name } = writeBackup(db, task);
        prune(db, task.dir, backupFolder(task.dir), task.budget);
        return { name };
      });
    case 'copy':
      return inLibrary(task.dir, (db) => {
        copyBackup(task.path, task.to);
        if (task.budget !== null) prune(db, task.dir, task.to, task.budget);
        return null;
      });
    case 'remove':
      removeBackup(backupFolder(task.dir), task.path);
      return null;
    case 'stage':
      return stageRestore({ ...task, isOpen: true });
  }
}

function inLibrary<T>(dir: string, ask: (db: ReadDb) => T): T {
  const db = openReader(join(dir, DATABASE_FILE));
  try {
    return ask(db);
  } finally {
    db.close();
  }
}

function prune(db: ReadDb, dir: string, folder: string, times: number): void {
  pruneBackups(folder, { libraryId: findLibraryId(db), budget: budgetOf(db, dir, times) });
}
