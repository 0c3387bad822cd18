// Makes a backup a day without being asked, while the library is open in a process that stays.
import type { WriteContext } from '../context.ts';
import type { BackupMaker } from './backup-maker.ts';
import { findBackups } from './find-backups.ts';

/** Not while a window opens. */
const FIRST_LOOK_MS = 60_000;
/** A timer does not count the time that a computer sleeps: it looks often, which costs nothing. */
const LOOK_EVERY_MS = 10 * 60_000;
/** Less than a day: who reads at eight one evening and at seven the next gets one on both. */
const DUE_AFTER_MS = 20 * 60 * 60_000;

export interface BackupKeeper {
  start(): void;
  close(): void;
}

export function backupKeeper(context: WriteContext, maker: BackupMaker): BackupKeeper {
  const { ports } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  function later(ms: number): void {
    if (isClosed) return;
    timer = setTimeout(next, ms);
    timer.unref();
  }
  function next(): void {
    backUpIfDue(context, maker)
      .catch((error: unknown) => ports.log.warn(`no backup was made: ${String(error)}`))
      .finally(() => later(LOOK_EVERY_MS));
  }
  return {
    start: () => later(FIRST_LOOK_MS),
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** What the keeper does each time it looks. @throws LibraryError as making one does */
export async function backUpIfDue(
  { dir, ports }: Pick<WriteContext, 'dir' | 'ports'>,
  maker: BackupMaker,
): Promise<void> {
  const age = (at: number) => ports.clock.now() - at;
  // One that is of tomorrow, by a clock that was wrong, is none of today.
  const isDue = !findBackups(dir).some(({ at }) => age(at) >= 0 && age(at) < DUE_AFTER_MS);
  if (isDue) await maker.make('daily');
  else await maker.catchUp();
}
