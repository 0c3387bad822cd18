// The library's process under its supervisor.
import type { MessagePortMain } from 'electron';
import type { Logger } from '#library/ports.ts';
import type { AppWindow } from './app-window.ts';
import { forkLibrary } from './child-processes.ts';
import type { LibraryPlace } from './library-place.ts';
import { type LibrarySupervisor, superviseLibrary } from './library-supervisor.ts';
import type { PageProcesses } from './page-processes.ts';

interface LibrarySides {
  /** Told where nothing will answer any more. */
  readonly window: () => AppWindow | null;
  /** Done with them once they are there: the library starts before. */
  readonly withPages: (use: (pages: PageProcesses) => void) => void;
}

export function libraryOf(
  place: LibraryPlace,
  log: Logger,
  { window, withPages }: LibrarySides,
): LibrarySupervisor<MessagePortMain> {
  return superviseLibrary({
    fork: () => forkLibrary(place.now(), place.mustExist(), log),
    onRequest: (message, child) => withPages((pages) => pages.request(message, child)),
    onOpen: place.wasOpen,
    onGone: () => withPages((pages) => pages.stopAll()),
    onFailed: (problem) => window()?.send({ kind: 'library-failed', ...problem }),
    now: () => performance.now(),
    log,
  });
}
