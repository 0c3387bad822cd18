// Has the thread work on backups, and waits for it.
import { fromWire, LibraryError } from '#contract/errors.ts';
import type { Ports } from '../ports.ts';
import {
  type BackupTask,
  type TaskReply,
  type TaskResult,
  taskResults,
} from './backup-messages.ts';

/** @throws LibraryError as the work does; cancelled, host_gone where the thread ended without a word */
export async function inBackupThread<Kind extends BackupTask['kind']>(
  task: Extract<BackupTask, { kind: Kind }>,
  { spawnBackup, log }: Pick<Ports, 'spawnBackup' | 'log'>,
  signal: AbortSignal,
): Promise<TaskResult<Kind>> {
  if (signal.aborted) throw cancelled();
  const worker = spawnBackup({ workerData: task, name: 'lectern backup' });
  // Stays for good: an error of a thread that is being ended would otherwise end the whole process.
  worker.on('error', (error) => log.error('the backup thread failed', error));
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  const replies: TaskReply[] = [];
  worker.on('message', (reply: TaskReply) => void replies.push(reply));
  await new Promise((ended) => worker.once('exit', ended));
  signal.removeEventListener('abort', end);
  const [reply] = replies;
  if (reply?.ok) return taskResults[task.kind].parse(reply.value) as TaskResult<Kind>;
  if (signal.aborted) throw cancelled();
  if (reply?.error.code === 'bug') log.error('the backup thread failed', reply.stack);
  if (reply) throw fromWire(reply.error);
  throw new LibraryError('host_gone', 'This was not finished, because a part of Lectern failed.');
}

const cancelled = () => new LibraryError('cancelled', 'The backup was not finished.');
