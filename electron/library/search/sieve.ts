// Filters over what the index finds. Where few articles pass them, those are looked up first and the index is asked for
// them alone; where many do, matches are gone through, the newest first, until there are enough or it takes too long.
import { type ReadDb, statement } from '../storage/database.ts';
import type { CompiledQuery } from './compile-query.ts';
import type { Condition } from './condition.ts';
import { and, type Clause, prepared } from './match-clause.ts';

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

/** @param mayGoOn whether there is time left; asked now and then */
export function sieve(db: ReadDb, where: Clause, query: Filters, mayGoOn: () => boolean): Sieved {
  const { conditions } = query;
  const list = findList(db, query);
  if (list) return { clause: and(amongIds(list), passing(conditions)), isWhole: true };
  return goThrough(db, and(where, within(db, query)), passing(conditions), mayGoOn);
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
    if (!among || looksInTrash) continue;
    const ends = statement<{ low: number | null; high: number | null }>(
      db,
      `SELECT min(id) AS low, max(id) AS high FROM (${among.sql})`,
    ).get(...among.values);
    first = Math.max(first, ends?.low ?? 0);
    last = Math.min(last, ends?.high ?? 0);
  }
  return { sql: 'search_index.rowid BETWEEN ? AND ?', values: [first, last], isKept: true };
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
  return {
    // Not as a condition that the index knows: it would look up each of them by itself.
    sql: 'search_index.rowid BETWEEN ? AND ? AND +search_index.rowid IN (SELECT value FROM json_each(?))',
    values: [first, last, JSON.stringify(ids)],
    isKept: true,
  };
}

const CLOCK_EVERY = 500;

function goThrough(db: ReadDb, where: Clause, passes: Clause, mayGoOn: () => boolean): Sieved {
  const ids: number[] = [];
  let seen = 0;
  let isWhole = true;
  // Each match comes with whether it passes: one that yields nothing for long could not be stopped.
  const rows = prepared<[number, 0 | 1]>(
    db,
    `SELECT rowid, ${passes.sql} FROM search_index WHERE $where ORDER BY rowid DESC`,
    { ...where, isKept: false },
  )
    .raw()
    .iterate(...passes.values, ...where.values);
  for (const [id, isPassing] of rows) {
    if (isPassing) ids.push(id);
    const isTimeUp = ++seen % CLOCK_EVERY === 0 && !mayGoOn();
    if (ids.length < ENOUGH && !isTimeUp) continue;
    isWhole = false;
    break;
  }
  return { clause: amongIds(ids), isWhole };
}
