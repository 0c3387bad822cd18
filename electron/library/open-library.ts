// The front door for the one owner of a library: opens a folder, answers calls, tells of changes.
import { resolve } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { LibraryEvent } from '#contract/events.ts';
import { libraryContract } from '#contract/library.ts';
import { type Dispatch, dispatcher } from '#contract/rpc.ts';
import { logged } from './call-log.ts';
import { commandContract, libraryCommands } from './commands.ts';
import type { WriteContext } from './context.ts';
import { catchingUp } from './duplicates/catch-up.ts';
import type { Ports } from './ports.ts';
import { type ReaderPool, readerPool } from './reader-pool.ts';
import { reportFailure } from './report-failure.ts';
import { runningCalls } from './running-calls.ts';
import { openAssetStore } from './storage/asset-store.ts';
import { openStorage, type Storage } from './storage/open-storage.ts';

export interface Library {
  /** Answers any call of the contract. @throws LibraryError */
  readonly dispatch: Dispatch;
  /** Whether the library was made just now. */
  readonly isNew: boolean;
  /** @returns how to stop listening */
  onEvent(listener: (event: LibraryEvent) => void): () => void;
  /** Takes no more calls, waits for those that write, and leaves one whole file behind. */
  close(): Promise<void>;
}

export interface OpenLibraryOptions {
  /** The library's folder; made where there is none. */
  readonly dir: string;
  readonly ports: Ports;
  /** Socket or pipe at which this process answers calls, for others that want to write. */
  readonly address?: string;
  /** Whether what waits is done (addresses to be clipped, articles to be compared): for a process that stays. */
  readonly runsJobs?: boolean;
}

/**
 * Opens a library for reading and writing, and makes it where there is none.
 * @throws LibraryError library_busy (with the owner's pid and address), library_too_new, library_damaged, read_only,
 * disk_full, unsupported_type
 */
export async function openLibrary({
  dir,
  ports,
  address,
  runsJobs = false,
}: OpenLibraryOptions): Promise<Library> {
  const folder = resolve(dir);
  const storage = await openStorage(folder, ports, address ?? null);
  try {
    const assets = await openAssetStore(folder);
    const readers = readerPool({ dir: folder, spawn: ports.spawnReader, log: ports.log });
    return serveLibrary({ folder, ports, storage, assets, readers, runsJobs });
  } catch (error) {
    storage.close();
    throw error;
  }
}

function serveLibrary(parts: {
  folder: string;
  ports: Ports;
  storage: Storage;
  assets: Awaited<ReturnType<typeof openAssetStore>>;
  readers: ReaderPool;
  runsJobs: boolean;
}): Library {
  const { folder, ports, storage, assets, readers, runsJobs } = parts;
  const listeners = new Set<(event: LibraryEvent) => void>();
  const running = runningCalls();
  let closing: Promise<void> | null = null;
  const context: WriteContext = {
    db: storage.db,
    dir: folder,
    ports,
    assets,
    newUid: storage.newUid,
    // A reader answers as the contract says.
    ask: (name, input, signal) => readers.dispatch(name, input, signal) as never,
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          // The change it tells of is committed: a listener's fault must not make the call fail.
          ports.log.error('a listener failed', error);
        }
      }
    },
  };
  const { answers, jobs, index, backups } = libraryCommands(context);
  const fingerprints = catchingUp(context);
  const commands = dispatcher(commandContract, answers);

  const dispatch: Dispatch = async (name, input, signal) => {
    if (closing) throw new LibraryError('host_gone', 'The library is closed.');
    const call = Object.hasOwn(libraryContract, name)
      ? libraryContract[name as keyof typeof libraryContract]
      : undefined;
    // Each side parses what it answers; names that are neither are refused by the command side.
    if (call?.kind === 'query') return readers.dispatch(name, input, signal);
    return running.track(signal, (itsSignal) => commands(name, input, itsSignal));
  };

  const close = async () => {
    fingerprints.close();
    index.close();
    await jobs.close();
    await backups.close();
    await running.drain();
    await readers.close();
    storage.close();
  };

  // Here too where nobody stays: what lags is not found.
  index.start();
  readers.onIndexDamage(index.mend);
  if (runsJobs) {
    jobs.start();
    fingerprints.start();
  }
  return {
    dispatch: logged(reportFailure(dispatch, folder, ports.log), ports.log),
    isNew: storage.isNew,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}
