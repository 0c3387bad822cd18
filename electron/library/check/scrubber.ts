// Looks through everything once in thirty days, a part at a time, in a process that stays; what it finds is kept until it
// is put right, and told.

import type { WriteContext } from '../context.ts';
import { transaction } from '../storage/database.ts';
import type { Finding } from './check-part.ts';
import { deleteFindings, findScrubState, insertFinding, setScrubState } from './health-repo.ts';

const EVERY_MS = 30 * 24 * 3_600_000;
/** Whoever has just opened a library wants something of it, and the first part costs the start of a thread: a sixth of a second. */
const FIRST_MS = 120_000;
/** A part of some tens of milliseconds, and then a long rest: an eighth of a second in a minute. 100,000 articles take four days in which it is open. */
const PAUSE_MS = 20_000;
/** With nothing to do it looks this often whether there is something. */
const IDLE_MS = 3_600_000;

export interface Scrubber {
  start(): void;
  close(): void;
}

export function scrubber(context: WriteContext): Scrubber {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const later = (ms: number) => {
    if (ending.signal.aborted) return;
    timer = setTimeout(() => void next(), ms);
    timer.unref();
  };
  const next = async () => {
    try {
      later((await scrubSome(context, ending.signal)) ? PAUSE_MS : IDLE_MS);
    } catch (error) {
      if (ending.signal.aborted) return;
      context.ports.log.error('looking for damage failed', error);
      later(IDLE_MS);
    }
  };
  return {
    start: () => later(FIRST_MS),
    close() {
      ending.abort();
      clearTimeout(timer);
    },
  };
}

/** @returns whether there is more to be looked at now */
export async function scrubSome(context: WriteContext, signal: AbortSignal): Promise<boolean> {
  const { db, ports, ask, emit } = context;
  const { place, finishedAt } = findScrubState(db);
  // A clock that was set back is no reason to wait for years.
  const isDue = finishedAt === null || Math.abs(ports.clock.now() - finishedAt) >= EVERY_MS;
  if (place === null && !isDue) return false;
  const part = await ask('library.checkPart', { from: place }, signal);
  const problems = part.problems.filter(isLasting);
  transaction(db, () => {
    if (place === null) deleteFindings(db);
    for (const problem of problems) insertFinding(db, problem, ports.clock.now());
    setScrubState(db, {
      place: part.next,
      finishedAt: part.next === null ? ports.clock.now() : finishedAt,
    });
  });
  if (problems.length > 0 || place === null || part.next === null) {
    emit({ kind: 'changed', topics: ['health'] });
  }
  return part.next !== null;
}

/** The keeper of the index mends what is wrong with it, and sees that for itself. */
const isLasting = ({ table }: Finding) => table !== 'search_index';
