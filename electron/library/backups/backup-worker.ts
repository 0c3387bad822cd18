// The thread in which backups are written and looked through, on connections of its own: neither the writer nor a query waits
// for it.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { toWire } from '#contract/errors.ts';
import { openReader } from '../storage/database.ts';
import { DATABASE_FILE } from '../storage/library-files.ts';
import { toStorageError } from '../storage/storage-error.ts';
import { BackupTask, type TaskReply, type TaskResult } from './backup-messages.ts';
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
    case 'write': {
      const source = openReader(join(task.dir, DATABASE_FILE));
      try {
        return { name: writeBackup(source, task).name };
      } finally {
        source.close();
      }
    }
    case 'stage':
      return stageRestore(task);
  }
}
