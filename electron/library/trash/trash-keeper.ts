// Empties the trash of what has lain in it for as long as the reader chose; by default never.
import type { AssetHold } from '../clip/asset-keeper.ts';
import type { WriteContext } from '../context.ts';
import { findSettings, findStored, putStored } from '../settings/settings-repo.ts';
import { deleteForGood } from './delete-for-good.ts';
import { findTrashedBefore } from './trash-repo.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** After the library was opened: there is enough to do then. */
const FIRST_LOOK = 60_000;
/** Who uses Lectern every day is looked at more often. */
const LEAP = 36 * HOUR;

export interface TrashKeeper {
  /** Goes on until the library is closed. */
  start(): void;
  /** What is being deleted is stopped, and over when it resolves. */
  close(): Promise<void>;
}

export function trashKeeper(context: WriteContext, openHold: () => AssetHold): TrashKeeper {
  const { ports } = context;
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    try {
      await emptyOld(context, openHold, controller.signal);
    } catch (error) {
      ports.log.error('the trash could not be emptied', error);
    }
    if (!controller.signal.aborted) later(HOUR);
  }
  function later(ms: number): void {
    timer = setTimeout(() => {
      running = look();
    }, ms);
    timer.unref();
  }
  return {
    start: () => later(FIRST_LOOK),
    async close() {
      controller.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

/** One look. @returns how many articles it deleted for good */
export async function emptyOld(
  context: WriteContext,
  openHold: () => AssetHold,
  signal: AbortSignal,
): Promise<number> {
  const { db, ports } = context;
  const { emptyTrashAfterDays: days } = findSettings(db);
  const now = ports.clock.now();
  if (days === null || signal.aborted || !isClockTrusted(context, now)) return 0;
  const ids = findTrashedBefore(db, now - days * DAY);
  return ids.length === 0 ? 0 : deleteForGood(context, openHold, ids, signal);
}

/**
 * A clock that leapt is not believed for a day, in which it may be put right: what it says to have lain there for years may have
 * come today.
 */
function isClockTrusted({ db }: WriteContext, now: number): boolean {
  const stored = findStored(db, 'trash_looked_at') as { at?: unknown; from?: unknown } | undefined;
  const at = Number(stored?.at ?? now);
  const leapt = now < at || now - at > LEAP;
  const from = leapt ? now + DAY : Number(stored?.from ?? now);
  putStored(db, 'trash_looked_at', { at: now, from });
  return now >= from;
}
