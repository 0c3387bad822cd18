// Something old: a few articles saved long ago and not read since, drawn by the day. They stay the same until midnight,
// also when one of them is read.
import type { ReadDb } from '../storage/database.ts';
import { findFirstSaved, findLastId, findLeftFrom } from './home-repo.ts';

const DAY = 86_400_000;
/** What is long ago, and what has to do where there is not enough of that. */
const AGES = [90 * DAY, 14 * DAY] as const;
/** Draws that may lead to an article already drawn, or to none. */
const TRIES = 5;

/** @param today when the day began */
export function findOldOfToday(db: ReadDb, today: number, limit: number): number[] {
  const first = findFirstSaved(db);
  if (first === null) return [];
  const draw = drawsOf(Math.floor(today / DAY));
  // What is clipped or thrown away today must not shift the draws; those beyond the last id find nothing.
  const ids = 2 ** Math.ceil(Math.log2(findLastId(db, today) + 1));
  const found = new Set<number>();
  for (const age of AGES) {
    const savedBefore = today - age;
    for (let n = 0; n < limit * TRIES && found.size < limit && first < savedBefore; n++) {
      const id = findLeftFrom(db, Math.floor(draw() * ids), { savedBefore, today });
      if (id !== null) found.add(id);
    }
  }
  return [...found];
}

/** Numbers in 0..1 that look drawn by lot, and are the same for the same seed (mulberry32). */
function drawsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
