// What a full disk means for commands: what adds to the library fails, and says so; what changes or deletes gets the room
// that is held back for it, and goes on.
import { LibraryError } from '#contract/errors.ts';
import type { Dispatch } from '#contract/rpc.ts';
import type { Logger } from './ports.ts';
import { holdBallast, isBallastHeld, releaseBallast } from './storage/ballast.ts';
import { toStorageError } from './storage/storage-error.ts';

/** These would eat the room up, and nothing could be deleted any more. */
const ADDING =
  /^(clip|jobs|pictures|extraction|snapshots|backups|search)\.|^articles\.reread$|^imports\.(keep|start|resume)$/;
/** Writes elsewhere, mostly: another disk may be full, and this one may be why things are taken along. */
const OUTWARD = /^exports\./;
/** Whoever has just started has other things to write. */
const FIRST_HELD_MS = 20_000;

export interface FullDisk {
  readonly dispatch: Dispatch;
  /** From now on room is held back: for a process that stays. */
  start(): void;
  close(): Promise<void>;
}

export function fullDisk(commands: Dispatch, dir: string, log: Logger): FullDisk {
  let isGivenUp = false;
  let holding: Promise<boolean> | null = null;
  let timer: NodeJS.Timeout | null = null;
  const hold = (): Promise<boolean> => {
    holding ??= holdBallast(dir).finally(() => {
      holding = null;
    });
    return holding;
  };

  async function assertRoom(): Promise<void> {
    if (!isGivenUp) return;
    isGivenUp = !(await hold());
    if (!isGivenUp) return;
    throw new LibraryError(
      'disk_full',
      'The disk is full: nothing can be added until there is room again. What is there can be changed and deleted.',
    );
  }

  return {
    async dispatch(name, input, signal) {
      if (ADDING.test(name)) {
        await assertRoom();
        return commands(name, input, signal);
      }
      if (OUTWARD.test(name)) return commands(name, input, signal);
      try {
        return await commands(name, input, signal);
      } catch (error) {
        if (!isDiskFull(error) || !(await releaseBallast(dir))) throw error;
        isGivenUp = true;
        log.warn(`the disk is full: ${name} goes on in the room that was held back`);
        return commands(name, input, signal);
      }
    },
    start() {
      if (isBallastHeld(dir)) return;
      timer = setTimeout(() => void hold(), FIRST_HELD_MS);
      timer.unref();
    },
    async close() {
      if (timer) clearTimeout(timer);
      await holding;
    },
  };
}

function isDiskFull(error: unknown): boolean {
  const known = toStorageError(error, 'the library');
  return known instanceof LibraryError && known.code === 'disk_full';
}
