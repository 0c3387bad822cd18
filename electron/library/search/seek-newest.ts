// Goes through matches that are costly to find in order of saving, for as long as there is time.
import { type ReadDb, statement } from '../storage/database.ts';
import type { Limits } from './first-matches.ts';
import { and, between, type Clause, prepared } from './match-clause.ts';
import type { Matches } from './matches.ts';

/** Articles between two looks at the clock: rowids grow with every clip. */
const LEAST_ROWS = 1000;
/** A stretch is so many times as long as the one before at most: the clock tells milliseconds. */
const MOST_TIMES = 4;

interface Seeking extends Limits {
  /** How many are enough. */
  readonly most: number;
  /** Milliseconds since the search began. */
  readonly untilMs: number;
}

/** In order of saving. */
export function findNewest(db: ReadDb, where: Clause, limit: number, fromOldest = false): number[] {
  const order = fromOldest ? 'ASC' : 'DESC';
  return prepared<number>(
    db,
    `SELECT rowid FROM search_index WHERE $where ORDER BY rowid ${order} LIMIT ?`,
    where,
  )
    .pluck()
    .all(...where.values, limit);
}

/** The same, a stretch of the library after the other, for as long as there is time and not enough was found. */
export function seekNewest(
  db: ReadDb,
  where: Clause,
  { limit, elapsed, most, untilMs }: Seeking,
): Matches {
  const last = statement<number>(db, 'SELECT max(id) FROM article').pluck().get() ?? 0;
  const ids: number[] = [];
  let above = last;
  let rows = LEAST_ROWS;
  let now = elapsed();
  while (above > 0 && ids.length <= most && now < untilMs) {
    const stretch = and(where, between(above - rows + 1, above));
    ids.push(...findNewest(db, stretch, most + 1 - ids.length));
    above -= rows;
    const before = now;
    now = elapsed();
    // As many as there is time for, by how long the last ones took, and a little less.
    const fitting = (0.8 * rows * (untilMs - now)) / Math.max(now - before, 1);
    rows = Math.floor(Math.max(LEAST_ROWS, Math.min(fitting, MOST_TIMES * rows)));
  }
  const isWhole = above <= 0 && ids.length <= most;
  return {
    best: ids.slice(0, limit).map((id) => ({ id, score: 0 })),
    total: Math.min(ids.length, most),
    totalIsExact: isWhole,
    rankedAll: isWhole && ids.length <= 1,
    isPartial: false,
  };
}
