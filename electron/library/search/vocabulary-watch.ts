// Tells when the vocabulary is to be made anew: when many of its numbers are wrong and nobody is writing. An import makes them wrong
// again and again, and whatever is made while it goes on takes time from it and from searches, to be thrown away soon after.
import { type ReadDb, statement } from '../storage/database.ts';

export interface VocabularyWatch {
  /** Asked now and then; what was written between two looks soon after each other is being written still. */
  isDue(): boolean;
}

/** This part of all articles changed is enough, of those beyond so many that all of it takes no longer than a clip. */
const ENOUGH = 0.05;
const MADE_AT_ONCE = 1000;
/** So much of it is wrong that nobody should wait for the end of what is being written. */
const TOO_MUCH = 0.5;
const SOON_MS = 10_000;

/** @param now milliseconds, from anywhere */
export function vocabularyWatch(db: ReadDb, now: () => number): VocabularyWatch {
  let last = { changes: 0, at: Number.NEGATIVE_INFINITY };

  return {
    isDue() {
      const { changes, version } = statement<{ changes: number; version: number }>(
        db,
        'SELECT changes, vocabulary_version AS version FROM index_state',
      ).get() ?? { changes: 0, version: 0 };
      const at = now();
      const isWriting = changes !== last.changes && at - last.at < SOON_MS;
      last = { changes, at };
      if (changes === 0 || version === 0) return changes > 0;
      const all = statement<number>(db, 'SELECT everything FROM list_count').pluck().get() ?? 0;
      const isCostly = all > MADE_AT_ONCE;
      return changes >= (isWriting && isCostly ? TOO_MUCH * all : ENOUGH * (all - MADE_AT_ONCE));
    },
  };
}
