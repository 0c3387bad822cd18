// Opens another library in the place of the one that is open, and moves one: the library's process ends and starts on the other
// folder. Where that does not come about, it is started where it was.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { copyLibrary, placeIn, removeCopy, sizeOf } from '#hosts/move-library.ts';
import type { LibraryPlace } from './library-place.ts';
import type { LibrarySupervisor } from './library-supervisor.ts';

interface MovingOptions {
  readonly place: LibraryPlace;
  readonly reopen: LibrarySupervisor<never>['reopen'];
  /** Puts a folder into the trash of the system. */
  trash(path: string): Promise<void>;
}

/** In bytes; each is copied, and then compared. */
interface Move {
  done: number;
  readonly total: number;
  readonly controller: AbortController;
}

export function moving({ place, reopen, trash }: MovingOptions) {
  let isBusy = false;
  let move: Move | null = null;

  async function change(
    to: Parameters<LibraryPlace['change']>[0],
    before: () => Promise<void>,
  ): Promise<void> {
    const former = { dir: place.now(), old: place.old(), isNew: false };
    try {
      await reopen(async () => {
        await before();
        place.change(to);
      });
    } catch (error) {
      if (place.now() !== former.dir) {
        place.change(former);
        await reopen(async () => undefined);
      }
      throw error;
    }
  }

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    if (isBusy) throw new LibraryError('conflict', 'The library is being moved already.');
    isBusy = true;
    return work().finally(() => {
      isBusy = false;
    });
  }

  return {
    async openLibrary({ dir }: { dir: string }): Promise<void> {
      // Anew: what could only be read may be written to by now.
      if (dir === place.now()) return alone(() => reopen(async () => undefined));
      const isThere = existsSync(join(dir, 'library.sqlite'));
      if (!isThere && existsSync(dir) && readdirSync(dir).length > 0) {
        throw new LibraryError(
          'not_found',
          `There is no library in “${dir}”. Choose the folder that holds one, or an empty one for a new library.`,
        );
      }
      await alone(() => change({ dir, old: null, isNew: !isThere }, async () => undefined));
    },

    async moveLibrary({ dir }: { dir: string }): Promise<{ dir: string }> {
      const from = place.now();
      return alone(async () => {
        const to = await placeIn(dir, from);
        const controller = new AbortController();
        const current: Move = { done: 0, total: 2 * (await sizeOf(from)), controller };
        const options = {
          signal: controller.signal,
          onBytes(bytes: number) {
            current.done = Math.min(current.total, current.done + bytes);
          },
        };
        move = current;
        try {
          // Most of it while one can go on reading.
          await copyLibrary(from, to, 'files', options);
          await change({ dir: to, old: from, isNew: false }, () =>
            copyLibrary(from, to, 'all', options),
          );
        } catch (error) {
          await removeCopy(to);
          throw error;
        } finally {
          move = null;
        }
        return { dir: to };
      });
    },

    stopMove: () => move?.controller.abort(),

    libraryPlace: () => ({
      old: place.old(),
      move: move && { done: move.done, total: move.total },
    }),

    async discardOldLibrary(): Promise<void> {
      const old = place.old();
      if (old === null || old === place.now()) return;
      if (existsSync(old)) await trash(old);
      place.change({ dir: place.now(), old: null, isNew: false });
    },
  };
}
