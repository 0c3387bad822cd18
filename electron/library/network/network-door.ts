// The one door to the network. Shut, nothing passes; open, every request is noted before it is sent.
import { LibraryError, toWire } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { WriteContext } from '../context.ts';
import type { Fetcher, FetchRequest, NoteRequest } from '../ports.ts';
import { findSettings } from '../settings/settings-repo.ts';
import { transaction, type WriteDb, withoutSync } from '../storage/database.ts';
import { toStorageError } from '../storage/storage-error.ts';
import { dropOldRequests, putCode, putEnd, putRequest } from './network-repo.ts';

/** What stays listed one by one: some 4 MB, two thousand clips with their pictures. Older ones are only counted. */
export const LISTED_REQUESTS = 50_000;
export const LISTED_DAYS = 730;

/** Rows are dropped once in so many, and when the library is opened. */
const DROP_EVERY = 1000;
/** Windows are told at most so often, in milliseconds. */
const TELL_EVERY = 500;
/** No name is longer; an address may hold anything. */
const MAX_HOST = 300;

export interface NetworkDoor {
  readonly fetcher: Fetcher;
  /** Why nothing passes; null while it is open. */
  shut(): Problem | null;
  /** The switch was turned: where it is off now, what is under way ends. */
  turned(): void;
}

export function networkDoor(context: Pick<WriteContext, 'db' | 'ports' | 'emit'>): NetworkDoor {
  const { db, ports } = context;
  const { clock, log } = ports;
  const running = new Set<AbortController>();
  const tell = teller(context);
  const isShut = () => !findSettings(db).network;
  // Where there is no room to do so, they stay.
  quietly(() => dropOld(db, clock.now()));

  async function pass(request: FetchRequest, signal: AbortSignal) {
    if (isShut()) throw switchedOff();
    const cut = new AbortController();
    running.add(cut);
    let last: number | null = null;
    const note: NoteRequest = (host) => {
      if (isShut()) throw switchedOff();
      const id = noteStart(db, { host, reason: request.reason, at: clock.now() });
      last = id;
      // It was made, whether that can be noted or not.
      return (end) => quietly(() => putEnd(db, id, request.reason, end));
    };
    try {
      return await ports.fetcher.fetch(request, AbortSignal.any([signal, cut.signal]), note);
    } catch (error) {
      const why = cut.signal.aborted && !signal.aborted ? switchedOff() : error;
      const id = last;
      if (id !== null) quietly(() => putCode(db, id, toWire(why).code));
      throw why;
    } finally {
      running.delete(cut);
      tell();
    }
  }

  function quietly(work: () => void): void {
    try {
      withoutSync(db, () => transaction(db, work));
    } catch (error) {
      log.error('the ledger of the network could not be written', error);
    }
  }

  return {
    fetcher: { fetch: pass },
    shut: () => (isShut() ? OFF : null),
    turned() {
      if (isShut()) for (const cut of running) cut.abort();
    },
  };
}

/** @throws LibraryError disk_full and the like: what cannot be noted is not sent */
function noteStart(
  db: WriteDb,
  { at, host, reason }: { at: number; host: string; reason: FetchRequest['reason'] },
): number {
  try {
    // Sixty pictures of a page would wait for the disk sixty times.
    return withoutSync(db, () =>
      transaction(db, () => {
        const begun = { at, host: host.slice(0, MAX_HOST), reason };
        const id = putRequest(db, { ...begun, bytes: 0, status: null, code: null });
        if (id % DROP_EVERY === 0) dropOld(db, at);
        return id;
      }),
    );
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
}

const dropOld = (db: WriteDb, now: number) =>
  dropOldRequests(db, now - LISTED_DAYS * 86_400_000, LISTED_REQUESTS);

function teller({ emit }: Pick<WriteContext, 'emit'>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    if (timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      emit({ kind: 'changed', topics: ['network'] });
    }, TELL_EVERY);
    timer.unref();
  };
}

const OFF: Problem = {
  code: 'offline',
  message: 'The network is switched off in the settings, so nothing is fetched.',
};

/** Whoever waits for the network waits for the switch. */
const switchedOff = (): LibraryError => new LibraryError(OFF.code, OFF.message);
