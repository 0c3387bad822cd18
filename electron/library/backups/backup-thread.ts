// Has a backup written in a thread, and waits for it.
import { fromWire, LibraryError } from '#contract/errors.ts';
import type { BackupName } from '#contract/types/backup.ts';
import type { Logger, SpawnThread } from '../ports.ts';
import type { BackupTask, BackupWritten } from './backup-messages.ts';

/** @throws LibraryError as the writing does; cancelled, host_gone where the thread ended without a word */
export async function backupInThread(
  task: BackupTask,
  { spawn, log }: { spawn: SpawnThread; log: Logger },
  signal: AbortSignal,
): Promise<BackupName> {
  if (signal.aborted) throw cancelled();
  const worker = spawn({ workerData: task, name: 'lectern backup' });
  // Stays for good: an error of a thread that is being ended would otherwise end the whole process.
  worker.on('error', (error) => log.error('the backup thread failed', error));
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  let written: BackupWritten | null = null;
  worker.on('message', (message: BackupWritten) => {
    written = message;
  });
  await new Promise((ended) => worker.once('exit', ended));
  signal.removeEventListener('abort', end);
  return nameIn(written, log, signal);
}

function nameIn(written: BackupWritten | null, log: Logger, signal: AbortSignal): BackupName {
  if (written && 'name' in written) return written.name;
  if (signal.aborted) throw cancelled();
  if (written?.error.code === 'bug') log.error('a backup could not be written', written.stack);
  if (written) throw fromWire(written.error);
  throw new LibraryError(
    'host_gone',
    'The backup was not finished, because a part of Lectern failed.',
  );
}

const cancelled = () => new LibraryError('cancelled', 'The backup was not finished.');
