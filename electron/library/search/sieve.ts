// Filters over what the index finds. Where few articles pass them, those are looked up first and the index is asked for
// them alone; where many do, matches are gone through, the newest first, until there are enough or it takes too long.
import { type ReadDb, statement } from '../storage/database.ts';
import type { CompiledQuery } from './compile-query.ts';
import type { Condition } from './condition.ts';
import { and, between, type Clause, prepared } from './match-clause.ts';
import { byScore, type Matches, RANK } from './matches.ts';

export interface Sieved {
  /** Narrows the index to articles that pass. */
  readonly clause: Clause;
  /** Whether no article that matches and passes is missing. */
  readonly isWhole: boolean;
}

type Filters = Pick<CompiledQuery, 'conditions' | 'looksInTrash'>;

/** So many articles are kept in a list, which each match is looked up in. */
const MAX_LISTED = 5000;
/** Matches that pass, of those that are gone through. */
const ENOUGH = 300;

interface Sieving {
  /** What `findList` gave. */
  readonly list: readonly number[] | null;
  /** Whether there is time left; asked now and then. */
  mayGoOn(): boolean;
}

export function sieve(
  db: ReadDb,
  where: Clause,
  query: Filters,
  { list, mayGoOn }: Sieving,
): Sieved {
  if (list) return { clause: and(amongIds(list), passing(query.conditions)), isWhole: true };
  const { passed, isWhole } = goThrough(db, where, query, { score: '0', mayGoOn });
  return { clause: amongIds(passed.map(([id]) => id)), isWhole };
}

/** Those that pass, with their ranks: both in one pass. The best first. */
export function sieveByRank(
  db: ReadDb,
  where: Clause,
  query: Filters,
  mayGoOn: () => boolean,
): Matches {
  const { passed, isWhole } = goThrough(db, where, query, { score: `-${RANK}`, mayGoOn });
  const best = passed.map(([id, score]) => ({ id, score })).sort(byScore);
  return { best, total: best.length, totalIsExact: isWhole, rankedAll: isWhole, isPartial: false };
}

/** The articles that filters can be true for, where an index knows them and they are few; null otherwise. */
export function findList(db: ReadDb, query: Filters): number[] | null {
  // What an index knows of is outside the trash.
  if (query.looksInTrash) return null;
  let shortest: number[] | null = null;
  for (const { among } of query.conditions) {
    if (!among) continue;
    const ids = statement<number>(db, `SELECT id FROM (${among.sql}) LIMIT ${MAX_LISTED + 1}`)
      .pluck()
      .all(...among.values);
    if (ids.length <= Math.min(MAX_LISTED, (shortest?.length ?? Infinity) - 1)) shortest = ids;
  }
  return shortest;
}

/** Matches outside the first and the last article that can pass are not looked at. */
function within(db: ReadDb, { conditions, looksInTrash }: Filters): Clause {
  let [first, last] = [0, Number.MAX_SAFE_INTEGER];
  for (const { among } of conditions) {
    if (!among?.isStretch || looksInTrash) continue;
    const ends = statement<{ low: number | null; high: number | null }>(
      db,
      `SELECT min(id) AS low, max(id) AS high FROM (${among.sql})`,
    ).get(...among.values);
    first = Math.max(first, ends?.low ?? 0);
    last = Math.min(last, ends?.high ?? 0);
  }
  return between(first, last);
}

export function passing(conditions: readonly Condition[]): Clause {
  const all = conditions.map(({ sql }) => `(${sql})`).join(' AND ');
  return {
    sql: `EXISTS (SELECT 1 FROM article WHERE article.id = search_index.rowid AND ${all})`,
    values: conditions.flatMap(({ values }) => values),
    isKept: false,
  };
}

export function amongIds(ids: readonly number[]): Clause {
  const [first, last] = ids.reduce(
    ([low, high], id) => [Math.min(low, id), Math.max(high, id)],
    [Number.MAX_SAFE_INTEGER, 0],
  );
  return and(between(first, last), {
    // Not as a condition that the index knows: it would look up each of them by itself.
    sql: '+search_index.rowid IN (SELECT value FROM json_each(?))',
    values: [JSON.stringify(ids)],
    isKept: true,
  });
}

const CLOCK_EVERY = 500;

interface Going {
  /** What stands beside each match that passes; of others it is not asked. */
  readonly score: string;
  mayGoOn(): boolean;
}

interface Passed {
  /** Ids with what stands beside them, the newest first. */
  readonly passed: [number, number][];
  readonly isWhole: boolean;
}

function goThrough(db: ReadDb, found: Clause, query: Filters, { score, mayGoOn }: Going): Passed {
  const where = and(found, within(db, query));
  const passes = passing(query.conditions);
  const passed: [number, number][] = [];
  let seen = 0;
  // Each match comes with whether it passes: one that yields nothing for long could not be stopped.
  const rows = prepared<[number, number | null]>(
    db,
    `SELECT rowid, CASE WHEN ${passes.sql} THEN ${score} END FROM search_index WHERE $where
      ORDER BY rowid DESC`,
    { ...where, isKept: false },
  )
    .raw()
    .iterate(...passes.values, ...where.values);
  for (const [id, beside] of rows) {
    if (beside !== null) passed.push([id, beside]);
    const isTimeUp = ++seen % CLOCK_EVERY === 0 && !mayGoOn();
    if (passed.length >= ENOUGH || isTimeUp) return { passed, isWhole: false };
  }
  return { passed, isWhole: true };
}
