// Everything that goes on with one opened database: its reader threads, and the owner's work. When a backup takes the place of the
// database, another session follows.
import type { LibraryEvent } from '#contract/events.ts';
import type { Dispatch } from '#contract/rpc.ts';
import { attention } from './attention.ts';
import type { Exchange } from './backups/restore-commands.ts';
import { isFirst, isQuery, readKinds } from './call-kinds.ts';
import type { WriteContext } from './context.ts';
import type { Ports } from './ports.ts';
import type { ReaderPool } from './reader-pool.ts';
import { runningCalls } from './running-calls.ts';
import type { AssetStore } from './storage/asset-store.ts';
import type { Storage } from './storage/open-storage.ts';
import type { Work } from './work.ts';

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

/** Whoever opens a library wants to see it first. */
const WORK_AFTER_MS = 300;

export function openSession(parts: SessionParts): Session {
  const { folder, ports, storage, assets, runsJobs, emit, exchange, readers } = parts;
  const writing = runningCalls();
  const reading = runningCalls();
  const { asked, giveWay } = attention();
  let work: Promise<Work> | null = null;
  let heard: Work['heard'] = () => undefined;
  let quick: Work['quick'] | null = null;
  const context: WriteContext = {
    db: storage.db,
    dir: folder,
    ports,
    assets,
    newUid: storage.newUid,
    // A reader answers as the contract says.
    ask: (name, input, signal) => readers.dispatch(name, input, signal) as never,
    emit(event) {
      emit(event);
      heard(event);
    },
    giveWay,
  };

  function atWork(): Promise<Work> {
    clearTimeout(timer);
    work ??= begin();
    return work;
  }
  async function begin(): Promise<Work> {
    const [{ startWork }] = await Promise.all([import('./work.ts'), readKinds()]);
    const begun = startWork({ context, exchange, runsJobs, onIndexDamage: readers.onIndexDamage });
    ({ heard, quick } = begun);
    return begun;
  }
  const timer = setTimeout(() => {
    atWork().catch((error: unknown) => ports.log.error('the library cannot work', error));
  }, WORK_AFTER_MS).unref();
  // Each side parses what it answers; names that are neither are refused by the command side.
  const command: Dispatch = async (...call) => (await atWork()).dispatch(...call);
  const query: Dispatch = async (name, input, signal) => {
    asked(name, input);
    // What else is asked may be of what the work puts right as it begins: an index that is damaged, an import that was cut off.
    if (!quick && !isFirst(name)) await atWork();
    const answer = quick?.answer(name, input) ?? null;
    if (answer !== null) return answer;
    return reading.track(signal, (itsSignal) => readers.dispatch(name, input, itsSignal));
  };

  return {
    async dispatch(name, input, signal) {
      if (isQuery(name)) return query(name, input, signal);
      if (EXCHANGING.has(name)) return command(name, input, signal);
      return writing.track(signal, async (itsSignal) => {
        if (!quick) await atWork();
        // What it is may be known by now.
        return isQuery(name) ? query(name, input, itsSignal) : command(name, input, itsSignal);
      });
    },
    async quiet() {
      clearTimeout(timer);
      await (await work)?.quiet();
      await writing.drain();
    },
    heard: () => reading.drain(),
    async close() {
      clearTimeout(timer);
      const begun = await work?.catch(() => null);
      await begun?.close();
      await writing.drain();
      await readers.close();
      begun?.quick.close();
    },
  };
}
