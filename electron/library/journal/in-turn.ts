// What takes several transactions, and what goes through the journal, one after the other: Undo takes back a change of many
// articles once that is over, never a half of it.
import type { ReadDb } from '../storage/database.ts';

const last = new WeakMap<ReadDb, Promise<unknown>>();

/** Runs work when what was begun before it is over; at once where nothing runs. */
export async function inTurn<T>(db: ReadDb, work: () => T | Promise<T>): Promise<T> {
  const before = last.get(db);
  const mine = before ? before.then(work, work) : Promise.resolve(work());
  last.set(db, mine);
  try {
    return await mine;
  } finally {
    if (last.get(db) === mine) last.delete(db);
  }
}
