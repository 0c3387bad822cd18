// Compares the articles that have no fingerprint yet, a few at a time: all of a library from before there were any.
import type { WriteContext } from '../context.ts';
import { transaction, type WriteDb } from '../storage/database.ts';
import { countPending, findPending } from './fingerprint-repo.ts';
import { putFingerprint, readableText } from './put-fingerprint.ts';

/** Some 20 ms of work, then the same time for everyone else. */
const AT_ONCE = 10;
const PAUSE_MS = 20;

/** @param limit articles at most @returns how many pairs of nearly the same were found, and how many articles are left */
export function catchUp(db: WriteDb, limit: number): { found: number; pending: number } {
  return transaction(db, () => {
    let found = 0;
    for (const id of findPending(db, limit)) found += putFingerprint(db, id, readableText(db, id));
    return { found, pending: countPending(db) };
  });
}

interface CatchingUp {
  /** Goes on until every article is compared. */
  start(): void;
  close(): void;
}

export function catchingUp({ db, ports, emit }: WriteContext): CatchingUp {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let foundAny = false;

  function later(): void {
    timer = setTimeout(next, PAUSE_MS);
    timer.unref();
  }
  function next(): void {
    try {
      const { found, pending } = catchUp(db, AT_ONCE);
      foundAny ||= found > 0;
      if (pending > 0) later();
      // Once: a window asks for all that it shows anew.
      else if (foundAny) emit({ kind: 'changed', topics: ['articles'] });
    } catch (error) {
      // A full disk, usually. What is left is done after the next start.
      ports.log.error('articles could not be compared', error);
    }
  }
  return {
    start: later,
    close: () => clearTimeout(timer),
  };
}
