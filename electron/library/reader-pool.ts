// A few threads that answer queries, so that neither the writer nor another query waits for a slow one. Until the first of them is
// up, queries are answered here, beside the owner's work: a thread takes as long to come up as a whole library does to open.
import type { Worker } from 'node:worker_threads';
import { LibraryError } from '#contract/errors.ts';
import { type Connection, connect, type Dispatch } from '#contract/rpc.ts';
import type { QueryName } from './context.ts';
import { askingWire } from './port-wire.ts';
import type { Logger, SpawnThread } from './ports.ts';
import type { queryContract } from './queries.ts';
import type { QueryAnswers } from './query-answers.ts';
import { IndexDamage, ReaderBug, type ReaderData } from './reader-messages.ts';

export interface ReaderPool {
  /** Answers a query in the thread with the least to do. @throws LibraryError */
  readonly dispatch: Dispatch;
  /** Called when a search could not read the index. */
  onIndexDamage(listener: () => void): void;
  /** Waits for nothing: what is still running fails with host_gone. */
  close(): Promise<void>;
}

interface Reader {
  readonly worker: Worker;
  readonly connection: Connection<typeof queryContract>;
  running: number;
}

/** A second thread keeps quick queries quick while a slow one runs; SQLite cannot interrupt those here. */
const READERS = 2;
/** Takes seconds to minutes: always in the same thread, so that one is left for everything else. */
const SLOW_CALLS: ReadonlySet<string> = new Set<QueryName>([
  'backups.preview',
  'backups.previewFile',
  'storage.use',
  'library.check',
  'library.checkPart',
  'snapshots.compare',
  'savedSearches.counts',
  'search.exact',
  'search.suggest',
  'search.uids',
  'search.count',
]);

/**
 * After the first query. Who opens a window asks ten things at once and then looks at the answers: until they are there, two
 * threads that load would only keep them back.
 */
const WARM_UP_AFTER_MS = 500;

export interface ReaderPoolOptions {
  readonly dir: string;
  readonly spawn: SpawnThread;
  /** Answers in this thread. @param tellIndexDamage called when a search could not read the index */
  readonly answerHere: (tellIndexDamage: () => void) => QueryAnswers;
  readonly log: Logger;
}

export function readerPool(options: ReaderPoolOptions): ReaderPool {
  const { dir, spawn, log } = options;
  const slots: (Reader | null)[] = Array.from({ length: READERS }, () => null);
  const here = options.answerHere(() => tellDamage());
  /** Queries that are being answered in this thread. */
  let runningHere = 0;
  let isUp = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closing = false;
  let tellDamage = () => {};

  function start(slot: number): Reader {
    const worker = spawn({ workerData: { dir } satisfies ReaderData, name: 'lectern reader' });
    // Stays for good: an error of a thread that is being ended would otherwise end the whole process.
    worker.on('error', (error) => log.error('a reader thread failed', error));
    const reader = {
      worker,
      connection: connect<typeof queryContract>(askingWire(worker)),
      running: 0,
    };
    reader.connection.onEvent((event) => {
      const bug = ReaderBug.safeParse(event);
      if (bug.success) log.error(`${bug.data.call} failed`, bug.data.stack);
      if (IndexDamage.safeParse(event).success) tellDamage();
    });
    reader.connection.onClose(() => {
      // Started again by the next query that comes to it, so that one that cannot start is not started for ever.
      if (slots[slot] === reader) slots[slot] = null;
      if (!closing) log.warn('a reader thread ended');
    });
    slots[slot] = reader;
    return reader;
  }

  function choose(name: string): Reader {
    const last = slots.length - 1;
    if (SLOW_CALLS.has(name)) return slots[last] ?? start(last);
    const live = slots.filter((reader) => reader !== null);
    const idle = live.find((reader) => reader.running === 0);
    if (idle) return idle;
    const empty = slots.indexOf(null);
    if (empty >= 0) return start(empty);
    return live.reduce((least, each) => (each.running < least.running ? each : least));
  }

  async function askThread(reader: Reader, ...[name, input, signal]: Parameters<Dispatch>) {
    reader.running++;
    try {
      // The thread parses the input, and refuses what is no query.
      return await reader.connection.client[name as QueryName](input as never, signal);
    } catch (error) {
      throw explain(error, name, closing);
    } finally {
      reader.running--;
    }
  }

  async function askHere(...call: Parameters<Dispatch>) {
    timer ??= setTimeout(() => void warmUp(), WARM_UP_AFTER_MS).unref();
    runningHere++;
    try {
      return await here.dispatch(...call);
    } catch (error) {
      throw closing ? closed() : error;
    } finally {
      runningHere--;
      leaveHere();
    }
  }

  /** One after the other: there may be no more than two processors, and somebody is using them. */
  async function warmUp(): Promise<void> {
    for (const slot of slots.keys()) {
      if (closing) return;
      const { signal } = new AbortController();
      // One that ends at once is started again by the next query that comes to it.
      await askThread(slots[slot] ?? start(slot), 'library.info', {}, signal).catch(
        () => undefined,
      );
      isUp = true;
      leaveHere();
    }
  }

  function leaveHere(): void {
    if (isUp && runningHere === 0) here.close();
  }

  return {
    async dispatch(name, input, signal) {
      if (closing) throw closed();
      if (!isUp && !SLOW_CALLS.has(name)) return askHere(name, input, signal);
      return askThread(choose(name), name, input, signal);
    },
    onIndexDamage(listener) {
      tellDamage = listener;
    },
    async close() {
      closing = true;
      clearTimeout(timer);
      here.close();
      await Promise.all(slots.map(async (reader) => reader?.worker.terminate()));
    },
  };
}

const closed = () => new LibraryError('host_gone', 'The library is closed.');

function explain(error: unknown, name: string, closing: boolean): unknown {
  if (error instanceof LibraryError && error.code === 'host_gone') {
    if (closing) return closed();
    return new LibraryError(
      'bug',
      'This could not be answered, because a part of Lectern failed. Try again.',
    );
  }
  if (error instanceof Error && error.name === 'DataCloneError') {
    return new LibraryError('invalid_input', `${name}: the input cannot be sent.`);
  }
  return error;
}
