// What takes several transactions, and what goes through the journal, one after the other: Undo takes back a change of many
// articles once that is over, never a half of it. Each can be stopped by the name of its step, from any window.
import type { StepUid } from '#contract/types/ids.ts';
import type { ReadDb } from '../storage/database.ts';

interface OfLibrary {
  /** Null where nothing runs. */
  last: Promise<unknown> | null;
  readonly running: Map<StepUid, AbortController>;
}

const libraries = new WeakMap<ReadDb, OfLibrary>();

function ofLibrary(db: ReadDb): OfLibrary {
  const known = libraries.get(db);
  if (known) return known;
  const made: OfLibrary = { last: null, running: new Map() };
  libraries.set(db, made);
  return made;
}

/** Runs work when what was begun before it is over; at once where nothing runs. */
export async function inTurn<T>(db: ReadDb, work: () => T | Promise<T>): Promise<T> {
  const library = ofLibrary(db);
  const now = async () => work();
  const mine = library.last?.then(now, now) ?? now();
  library.last = mine;
  try {
    return await mine;
  } finally {
    if (library.last === mine) library.last = null;
  }
}

/** @param work is told by the signal when it is to stop, and returns what it did by then */
export async function stoppable<T>(
  db: ReadDb,
  uid: StepUid,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const { running } = ofLibrary(db);
  const controller = new AbortController();
  running.set(uid, controller);
  try {
    return await work(controller.signal);
  } finally {
    running.delete(uid);
  }
}

/** Does nothing where it is over. */
export function stopChange(db: ReadDb, uid: StepUid): void {
  ofLibrary(db).running.get(uid)?.abort();
}
