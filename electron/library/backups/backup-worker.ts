// The thread in which a backup is written, on a read-only connection of its own: neither the writer nor a query waits for it.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { toWire } from '#contract/errors.ts';
import { DATABASE_FILE } from '../storage/library-files.ts';
import { toStorageError } from '../storage/storage-error.ts';
import { BackupTask, type BackupWritten } from './backup-messages.ts';
import { writeBackupOf } from './write-backup.ts';

if (!parentPort) throw new Error('backup-worker.ts runs in a worker thread only');
const { dir, reason, now } = BackupTask.parse(workerData);
parentPort.postMessage(write());

function write(): BackupWritten {
  try {
    return { name: writeBackupOf(join(dir, DATABASE_FILE), { reason, now }).name };
  } catch (error) {
    const explained = toStorageError(error, 'a backup');
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { error: toWire(explained), stack };
  }
}
