// The front door for the one owner of a library: opens a folder, answers calls, tells of changes.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { LibraryEvent } from '#contract/events.ts';
import type { Dispatch } from '#contract/rpc.ts';
import { topics } from '#contract/topics.ts';
import { removeStaged } from './backups/remove-staged.ts';
import { isQuery } from './call-kinds.ts';
import { logged } from './call-log.ts';
import type { Ports } from './ports.ts';
import { queryAnswers } from './query-answers.ts';
import { type ReaderPool, readerPool } from './reader-pool.ts';
import { reportFailure } from './report-failure.ts';
import { openSession, type Session, type SessionParts } from './session.ts';
import { stillThere } from './still-there.ts';
import { openAssetStore } from './storage/asset-store.ts';
import { DATABASE_FILE } from './storage/library-files.ts';
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
  /** Makes none where there is none: an empty one in the place of a missing disk would look as if all were lost. */
  readonly mustExist?: boolean;
  /** The folder is not the one any more that was opened, or its disk has failed: no call changes anything from now on. */
  readonly onLost?: () => void;
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
  mustExist = false,
  onLost = () => undefined,
}: OpenLibraryOptions): Promise<Library> {
  const folder = resolve(dir);
  if (mustExist && !existsSync(join(folder, DATABASE_FILE))) throw notThere(folder);
  const storage = await openStorage(folder, ports, address ?? null);
  try {
    // What a crash left of a restore: the library is as it was.
    removeStaged(folder);
    const assets = await openAssetStore(folder);
    return serveLibrary({ folder, ports, assets, runsJobs, onLost }, storage);
  } catch (error) {
    storage.close();
    throw error;
  }
}

const readersOf = (dir: string, ports: Ports): ReaderPool =>
  readerPool({
    dir,
    spawn: ports.spawnReader,
    answerHere: (tellIndexDamage) => queryAnswers(dir, tellIndexDamage),
    log: ports.log,
  });

type Parts = Pick<SessionParts, 'folder' | 'ports' | 'assets' | 'runsJobs'> &
  Required<Pick<OpenLibraryOptions, 'onLost'>>;

function serveLibrary(parts: Parts, opened: Storage): Library {
  const { folder, ports, onLost } = parts;
  const listeners = new Set<(event: LibraryEvent) => void>();
  let storage = opened;
  let session = start();
  let closing: Promise<void> | null = null;
  /** Until another database is open, commands wait; and queries, while there is none. */
  let exchanging: Promise<unknown> | null = null;
  let isShut = false;

  function emit(event: LibraryEvent): void {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        // The change it tells of is committed: a listener's fault must not make the call fail.
        ports.log.error('a listener failed', error);
      }
    }
  }

  function start(): Session {
    return openSession({ ...parts, storage, emit, exchange, readers: readersOf(folder, ports) });
  }

  function exchange(prepare: () => Promise<() => void>): Promise<void> {
    if (closing) return Promise.reject(closed());
    const exchanged = exchangeNow(prepare).finally(() => {
      exchanging = null;
    });
    exchanging = exchanged.catch(() => undefined);
    return exchanged;
  }

  async function exchangeNow(prepare: () => Promise<() => void>): Promise<void> {
    const failures: unknown[] = [];
    await session.quiet();
    const swap = await prepare().catch((error: unknown) => void failures.push(error));
    isShut = true;
    try {
      await session.heard();
      await session.close();
      storage = await storage.reopen(() => {
        try {
          swap?.();
        } catch (error) {
          failures.push(error);
        }
      });
      session = start();
    } catch (error) {
      closing = Promise.resolve();
      throw error;
    } finally {
      isShut = false;
    }
    if (failures.length > 0) throw failures[0];
    emit({ kind: 'changed', topics: [...topics] });
  }

  const dispatch: Dispatch = async (name, input, signal) => {
    while (exchanging && (isShut || !isQuery(name))) await exchanging;
    if (closing) throw closed();
    return session.dispatch(name, input, signal);
  };

  const close = async () => {
    await exchanging;
    await session.close();
    storage.close();
  };

  const reported = reportFailure(dispatch, folder, ports.log);
  return {
    dispatch: logged(stillThere(reported, { dir: folder, onLost }), ports.log),
    isNew: opened.isNew,
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

const notThere = (folder: string) =>
  new LibraryError(
    'not_found',
    `The library in “${folder}” is not there. Where it lies on another disk, connect that and try again.`,
  );

const closed = () => new LibraryError('host_gone', 'The library is closed.');
