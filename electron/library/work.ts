// What the owner of a library does: answers its commands, and goes on with what there is to be done in the background. Most of the
// library's code; it is read while a window draws its first answers.
import type { LibraryEvent } from '#contract/events.ts';
import { type Dispatch, dispatcher } from '#contract/rpc.ts';
import { backupKeeper } from './backups/backup-keeper.ts';
import type { Exchange } from './backups/restore-commands.ts';
import { scrubber } from './check/scrubber.ts';
import { commandContract, libraryCommands } from './commands.ts';
import type { WriteContext } from './context.ts';
import { catchingUp } from './duplicates/catch-up.ts';
import { fullDisk } from './full-disk.ts';
import { type QuickAnswers, quickAnswers } from './quick-answers.ts';

export interface WorkParts {
  readonly context: WriteContext;
  readonly exchange: Exchange;
  /** Whether what waits is done (addresses to be clipped, articles to be compared): for a process that stays. */
  readonly runsJobs: boolean;
  /** A search met damage in the index. */
  readonly onIndexDamage: (mend: () => void) => void;
}

export interface Work {
  readonly dispatch: Dispatch;
  /** Closed by who began this, once nothing asks any more. */
  readonly quick: QuickAnswers;
  /** After each event of the library. */
  heard(event: LibraryEvent): void;
  /** Nothing is begun any more, and what was begun in the background is over. */
  quiet(): Promise<void>;
  /** Gives up a backup that is being made, and becomes quiet. */
  close(): Promise<void>;
}

export function startWork({ context, exchange, runsJobs, onIndexDamage }: WorkParts): Work {
  const { answers, jobs, index, backups, trash, imports, watcher, cleared } = libraryCommands(
    context,
    exchange,
  );
  const fingerprints = catchingUp(context);
  const scrub = scrubber(context);
  const disk = fullDisk(dispatcher(commandContract, answers), context.dir, context.ports.log);
  const daily = backupKeeper(context, backups);

  // Here too where nobody stays: what lags is not found.
  index.start();
  onIndexDamage(index.mend);
  if (runsJobs) {
    jobs.start();
    fingerprints.start();
    disk.start();
    scrub.start();
    daily.start();
    trash.start();
    watcher.start();
  }
  const quiet = async () => {
    await cleared;
    await watcher.close();
    await imports.close();
    await trash.close();
    fingerprints.close();
    scrub.close();
    daily.close();
    index.close();
    await jobs.close();
  };
  return {
    dispatch: disk.dispatch,
    quick: quickAnswers({ dir: context.dir, tellIndexDamage: index.mend }),
    heard(event) {
      if (event.kind === 'changed') index.changed();
    },
    quiet,
    async close() {
      await backups.close();
      await quiet();
      await disk.close();
    },
  };
}
