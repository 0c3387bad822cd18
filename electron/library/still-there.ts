// Whether the folder that was opened is still the one that lies there, and still takes what is written. A disk is taken out, a folder is
// moved or another put in its place, a disk turns read-only: SQLite goes on with the files that it holds, and would write where
// nobody looks any more.
import { randomUUID } from 'node:crypto';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import type { Dispatch } from '#contract/rpc.ts';
import { isQuery } from './call-kinds.ts';
import { LOCK_FILE } from './storage/owner-lock.ts';
import { codeOf } from './storage/storage-error.ts';

/** What is reported where the folder is gone may be anything of these; most of the time it is something else. */
const SUSPICIOUS: ReadonlySet<ErrorCode> = new Set([
  'not_found',
  'read_only',
  'library_damaged',
  'bug',
]);
/** A disk that fails, or takes nothing any more. That it is full, or not ours to write in, is over without our doing anything. */
const DEAD = /^(?:EROFS|EIO|ENXIO|ENODEV|ENOTCONN|ESTALE)$/;

interface StillThereOptions {
  readonly dir: string;
  /** From then on nothing can be done but to open it anew, which says what there is. */
  readonly onLost: () => void;
}

/** Changes nothing unless the library is there, and looks for it when something fails. @throws LibraryError host_gone */
export function stillThere(dispatch: Dispatch, { dir, onLost }: StillThereOptions): Dispatch {
  const opened = identityOf(dir);
  const lost = (why: string) => {
    onLost();
    return new LibraryError('host_gone', why);
  };
  const assertThere = () => {
    if (identityOf(dir) !== opened) {
      throw lost(
        `The library in “${dir}” is not there any more. Where it lies on another disk, connect that and try again.`,
      );
    }
  };
  return async (name, input, signal) => {
    if (!isQuery(name)) assertThere();
    try {
      return await dispatch(name, input, signal);
    } catch (error) {
      const { code } = error as LibraryError;
      if (SUSPICIOUS.has(code)) assertThere();
      if ((code === 'read_only' || code === 'library_damaged') && isDead(dir)) {
        throw lost(`The disk of the library in “${dir}” takes nothing any more.`);
      }
      throw error;
    }
  };
}

/** Of the lock: whoever owns the library holds it from the first moment to the last. Null where there is none. */
function identityOf(dir: string): string | null {
  try {
    const { dev, ino } = statSync(join(dir, LOCK_FILE), { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null; // Whatever keeps it from being seen.
  }
}

function isDead(dir: string): boolean {
  const file = join(dir, `.${randomUUID()}.part`);
  try {
    writeFileSync(file, '');
    rmSync(file);
    return false;
  } catch (error) {
    return DEAD.test(codeOf(error) ?? '');
  }
}
