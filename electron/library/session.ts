// Everything that works on one opened database: its handlers, its reader threads, and what goes on in the background. When a
// backup takes the place of the database, another session follows.
import type { LibraryEvent } from '#contract/events.ts';
import { libraryContract } from '#contract/library.ts';
import { type Dispatch, dispatcher } from '#contract/rpc.ts';
import { backupKeeper } from './backups/backup-keeper.ts';
import type { Exchange } from './backups/restore-commands.ts';
import { scrubber } from './check/scrubber.ts';
import { commandContract, libraryCommands } from './commands.ts';
import type { WriteContext } from './context.ts';
import { catchingUp } from './duplicates/catch-up.ts';
import { fullDisk } from './full-disk.ts';
import type { Ports } from './ports.ts';
import { quickAnswers } from './quick-answers.ts';
import type { ReaderPool } from './reader-pool.ts';
import { runningCalls } from './running-calls.ts';
import type { AssetStore } from './storage/asset-store.ts';
import type { Storage } from './storage/open-storage.ts';

export interface Session {
  readonly dispatch: Dispatch;
  /** No more work in the background, and nothing that writes is still running. */
  quiet(): Promise<void>;
  /** Waits for queries that are being answered, for a while. */
  heard(): Promise<void>;
  /** Gives up a backup that is being made, becomes quiet, and ends the threads. The database stays open. */
  close(): Promise<void>;
}

export interface SessionParts {
  readonly folder: string;
  readonly ports: Ports;
  readonly storage: Storage;
  readonly assets: AssetStore;
  readonly runsJobs: boolean;
  readonly emit: (event: LibraryEvent) => void;
  readonly exchange: Exchange;
  /** Ended with the session. */
  readonly readers: ReaderPool;
}

/** It ends the session in which it runs, so that nobody can wait for it. */
const EXCHANGING: ReadonlySet<string> = new Set(['backups.restore', 'backups.restoreFile']);

export function openSession(parts: SessionParts): Session {
  const { folder, ports, storage, assets, runsJobs, emit, exchange, readers } = parts;
  const writing = runningCalls();
  const reading = runningCalls();
  const context: WriteContext = {
    db: storage.db,
    dir: folder,
    ports,
    assets,
    newUid: storage.newUid,
    // A reader answers as the contract says.
    ask: (name, input, signal) => readers.dispatch(name, input, signal) as never,
    emit,
  };
  const { answers, jobs, index, backups, trash, imports, watcher } = libraryCommands(
    context,
    exchange,
  );
  const fingerprints = catchingUp(context);
  const scrub = scrubber(context);
  const disk = fullDisk(dispatcher(commandContract, answers), folder, ports.log);
  const commands = disk.dispatch;
  const daily = backupKeeper(context, backups);

  // Here too where nobody stays: what lags is not found.
  index.start();
  readers.onIndexDamage(index.mend);
  const quick = quickAnswers({ dir: folder, tellIndexDamage: index.mend });
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
    await watcher.close();
    await imports.close();
    await trash.close();
    fingerprints.close();
    scrub.close();
    daily.close();
    index.close();
    await jobs.close();
    await writing.drain();
  };
  return {
    async dispatch(name, input, signal) {
      const call = Object.hasOwn(libraryContract, name)
        ? libraryContract[name as keyof typeof libraryContract]
        : undefined;
      // Each side parses what it answers; names that are neither are refused by the command side.
      if (call?.kind === 'query') {
        const answer = quick.answer(name, input);
        if (answer !== null) return answer;
        return reading.track(signal, (itsSignal) => readers.dispatch(name, input, itsSignal));
      }
      if (EXCHANGING.has(name)) return commands(name, input, signal);
      return writing.track(signal, (itsSignal) => commands(name, input, itsSignal));
    },
    quiet,
    heard: () => reading.drain(),
    async close() {
      await backups.close();
      await quiet();
      await disk.close();
      await readers.close();
      quick.close();
    },
  };
}
