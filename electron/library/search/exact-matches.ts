// The exact answer: every match ranked and counted. Asked for where the first answer could not rank them all, in a
// thread of its own; what would take longer than a person waits is cut off, and says so.
import type { ReadDb } from '../storage/database.ts';
import { BOOSTED, boosted } from './boosts.ts';
import type { CompiledQuery } from './compile-query.ts';
import type { Limits } from './first-matches.ts';
import { EVERYTHING, listArticles } from './list-matches.ts';
import { and, type Clause, matchClause, prepared } from './match-clause.ts';
import { byScore, type Match, type Matches, RANK } from './matches.ts';
import { costOf, costOfAll, type Lookups } from './query-cost.ts';
import { rankEvery } from './rank-newest.ts';
import { seekNewest } from './seek-newest.ts';
import { amongIds, findList, passing } from './sieve.ts';
import { sortMatches } from './sort-matches.ts';
import type { Vocabulary } from './vocabulary.ts';

/** After this it is answered with what is there. */
const LONGEST_MS = 1500;
/** Beyond so much work the clock is looked at between matches, which costs a third more. */
const UNWATCHED = 1_000_000;
/** What the index puts together before the first match, and cannot be stopped at: most of a second. */
const MAX_AT_ONCE = 10_000_000;
/** Places that bm25 counts before the first match, as little to be stopped: a third of a second. */
const MAX_RANKED = 6_000_000;
const CLOCK_EVERY = 100;
/** Before those that are not among the best are dropped. */
const KEPT = 2000;

export function findExact(
  db: ReadDb,
  query: CompiledQuery,
  words: Vocabulary,
  limits: Limits,
): Matches {
  const { match, exactMatch, conditions, sort, looksInTrash } = query;
  if (match === null) return listArticles(db, query, limits.limit, EVERYTHING);
  const cost = costOfAll(query.lookups, words);
  // What begins with one letter is half the library several times over.
  const isTooMuch = cost.counted > MAX_AT_ONCE;
  const all = matchClause(db, isTooMuch ? match : (exactMatch ?? match), looksInTrash);
  const where = conditions.length > 0 ? and(all, filtering(db, query)) : all;
  if (sort !== 'relevance') {
    const ids = prepared<number>(db, 'SELECT rowid FROM search_index WHERE $where', where)
      .pluck()
      .all(...where.values);
    return { ...sortMatches(db, ids, sort, limits.limit), isPartial: isTooMuch };
  }
  if (costOf(query.lookups, words).counted > MAX_RANKED) {
    const seeking = { ...limits, most: EVERYTHING, untilMs: LONGEST_MS };
    return { ...seekNewest(db, where, seeking), isPartial: true };
  }
  const isQuick = conditions.length === 0 && cost.counted + cost.matching < UNWATCHED;
  const most = { ...limits, limit: Math.max(limits.limit, BOOSTED) };
  const found = isQuick
    ? rankAll(db, where, query.lookups, most.limit)
    : rankWatched(db, where, most);
  const best = boosted(db, found, query.boosts).best.slice(0, limits.limit);
  return { ...found, best, isPartial: found.isPartial || isTooMuch };
}

/** Nothing is found as quickly as one word: counting once more takes less than keeping all until they are counted. */
function rankAll(db: ReadDb, where: Clause, lookups: Lookups, limit: number): Matches {
  if (!isOneWord(lookups)) {
    const { best, ranked } = rankEvery(db, where, limit);
    return { best, total: ranked, totalIsExact: true, rankedAll: true, isPartial: false };
  }
  const best = prepared<Match>(
    db,
    `SELECT rowid AS id, -${RANK} AS score FROM search_index WHERE $where
      ORDER BY score DESC, rowid DESC LIMIT ${limit}`,
    where,
  ).all(...where.values);
  const total =
    best.length < limit
      ? best.length
      : prepared<number>(db, 'SELECT count(*) FROM search_index WHERE $where', where)
          .pluck()
          .get(...where.values);
  return { best, total: total ?? 0, totalIsExact: true, rankedAll: true, isPartial: false };
}

function isOneWord({ wanted, excluded }: Lookups): boolean {
  const [only, ...others] = wanted;
  const isAlone = only !== undefined && others.length === 0 && excluded.length === 0;
  return isAlone && only.kind === 'word' && only.tokens.length === 1 && !only.open;
}

/** The newest first, so that what was looked at when the time is over are those. */
function rankWatched(db: ReadDb, where: Clause, { limit, elapsed }: Limits): Matches {
  let best: Match[] = [];
  let total = 0;
  let isPartial = false;
  const rows = prepared<Match>(
    db,
    `SELECT rowid AS id, -${RANK} AS score FROM search_index WHERE $where ORDER BY rowid DESC`,
    { ...where, isKept: false },
  ).iterate(...where.values);
  for (const match of rows) {
    best.push(match);
    if (++total % CLOCK_EVERY !== 0) continue;
    if (best.length > KEPT) best = best.sort(byScore).slice(0, limit);
    if (elapsed() < LONGEST_MS) continue;
    isPartial = true;
    break;
  }
  best = best.sort(byScore).slice(0, limit);
  return { best, total, totalIsExact: !isPartial, rankedAll: !isPartial, isPartial };
}

/** Filters as a condition on the index. */
export function filtering(db: ReadDb, query: CompiledQuery): Clause {
  const list = findList(db, query);
  const passes = passing(query.conditions);
  return list ? and(amongIds(list), passes) : passes;
}
