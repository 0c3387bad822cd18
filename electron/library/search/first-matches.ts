// The first answer, at once whatever is asked: ranking costs a microsecond per match and a stop word matches almost
// every article, so only the newest matches are ranked, and those with the words in their title.
import type { ReadDb } from '../storage/database.ts';
import { BOOSTED, boosted } from './boosts.ts';
import type { CompiledQuery } from './compile-query.ts';
import { listArticles } from './list-matches.ts';
import { and, type Clause, matchClause, prepared } from './match-clause.ts';
import { byScore, type Match, type Matches, RANK } from './matches.ts';
import { begunBy, costOf } from './query-cost.ts';
import { FEW, rankFew, rankNewest } from './rank-newest.ts';
import { findNewest, seekNewest } from './seek-newest.ts';
import { findList, sieve, sieveByRank } from './sieve.ts';
import { sortMatches } from './sort-matches.ts';
import { findTitles } from './title-tier.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many matches are ranked: 2 to 5 ms whatever the size of the library. */
const RANKED = 2000;
/** How far matches are counted: half a millisecond. */
const COUNTED = 10_000;
/** The same where each match is costly to find. */
const COUNTED_COSTLY = 250;
/** Places that bm25 may count before it ranks: 8 ms. */
const MAX_COUNTED_PLACES = 160_000;
/** What a beginning stands for is put together from the index of titles up to here: a tenth of a millisecond. */
const MOST_BEGUN = 120_000;
/** For going through what is costly to find, or what filters may pass, milliseconds. */
const SEEK_MS = 12;
export interface Limits {
  readonly limit: number;
  /** Milliseconds since the search began. */
  elapsed(): number;
}

/** The best matches of a query, articles in the trash left out unless it asks for them. */
export function findFirst(
  db: ReadDb,
  query: CompiledQuery,
  words: Vocabulary,
  { limit, elapsed }: Limits,
): Matches {
  if (query.match === null) return listArticles(db, query, limit);
  const cost = costOf(query.lookups, words);
  const isCostly = cost.counted > MAX_COUNTED_PLACES;
  const all = matchClause(db, query.match, query.looksInTrash);
  const mayGoOn = () => elapsed() < SEEK_MS;
  const isFiltered = query.conditions.length > 0;
  const list = isFiltered ? findList(db, query) : null;
  // Only what can change places is looked at beyond what is shown.
  const most = query.boosts.length > 0 ? Math.max(limit, BOOSTED) : limit;
  if (isFiltered && !list && query.sort === 'relevance' && !isCostly) {
    const found = sieveByRank(db, all, query, mayGoOn);
    const { best } = boosted(db, { ...found, best: found.best.slice(0, most) }, query.boosts);
    return { ...found, best: best.slice(0, limit) };
  }
  const sieved = isFiltered
    ? sieve(db, all, query, { list, mayGoOn })
    : { clause: null, isWhole: true };
  const where = sieved.clause ? and(all, sieved.clause) : all;
  if (query.sort !== 'relevance') {
    const ids = findNewest(db, where, RANKED, query.sort === 'oldest');
    const isWhole = sieved.isWhole && ids.length < RANKED;
    return {
      ...sortMatches(db, ids, query.sort, limit),
      totalIsExact: isWhole,
      rankedAll: isWhole,
    };
  }
  const found = isCostly
    ? seekNewest(db, where, { limit, elapsed, most: COUNTED_COSTLY, untilMs: SEEK_MS })
    : isFiltered
      ? rankFiltered(db, where, most)
      : rankAndCount(db, where, most, cost.matching);
  const ordered = isCostly ? found : boosted(db, found, query.boosts);
  const page = {
    ...ordered,
    best: ordered.best.slice(0, limit),
    totalIsExact: found.totalIsExact && sieved.isWhole,
    rankedAll: found.rankedAll && sieved.isWhole,
  };
  return page.rankedAll || isFiltered
    ? page
    : withTitles(db, page, isCostly ? inTitles(query.match, query, words) : query.match, {
        limit,
        isCostly,
      });
}

/**
 * What titles in order of saving are asked for: beginnings as such, one look into each piece of their index. While articles
 * come in there are a dozen pieces, and a look for each of the words that a beginning stands for takes ten times as long.
 */
function inTitles(
  match: string,
  { exactMatch, lookups: { wanted, excluded } }: CompiledQuery,
  words: Vocabulary,
): string {
  // What the whole index has to agree on is asked of it as the matches were.
  if (excluded.length > 0) return match;
  const begun = begunBy(wanted, words).reduce((sum, count) => sum + count, 0);
  return begun <= MOST_BEGUN ? (exactMatch ?? match) : match;
}

/**
 * Where the newest are all there are, they are counted on the way; else matches are counted without their ranks.
 * @param expected how many there are, as far as anyone knows
 */
function rankAndCount(db: ReadDb, where: Clause, limit: number, expected: number): Matches {
  const few = expected <= FEW ? rankFew(db, where, limit) : null;
  const { best, ranked } = few ?? rankNewest(db, where, RANKED, limit);
  if (ranked < RANKED) return whole(best, ranked);
  const total =
    prepared<number>(
      db,
      `SELECT count(*) FROM (SELECT 1 FROM search_index WHERE $where LIMIT ${COUNTED + 1})`,
      where,
    )
      .pluck()
      .get(...where.values) ?? 0;
  return {
    best,
    total: Math.min(total, COUNTED),
    totalIsExact: total <= COUNTED,
    rankedAll: total <= RANKED,
    isPartial: false,
  };
}

/** The same in one pass, since each match is costly to come by. */
function rankFiltered(db: ReadDb, where: Clause, limit: number): Matches {
  const found = prepared<Match>(
    db,
    `SELECT rowid AS id, -${RANK} AS score FROM search_index WHERE $where
      ORDER BY rowid DESC LIMIT ${RANKED + 1}`,
    where,
  ).all(...where.values);
  const isWhole = found.length <= RANKED;
  const best = found.sort(byScore).slice(0, limit);
  return { best, total: found.length, totalIsExact: isWhole, rankedAll: isWhole, isPartial: false };
}

const whole = (best: readonly Match[], total: number): Matches => ({
  best,
  total,
  totalIsExact: true,
  rankedAll: true,
  isPartial: false,
});

/** Those with all of it in their title before those that have it somewhere. */
function withTitles(
  db: ReadDb,
  page: Matches,
  match: string,
  { limit, isCostly }: { readonly limit: number; readonly isCostly: boolean },
): Matches {
  const titled = findTitles(db, match, limit, isCostly);
  if (titled.length === 0) return page;
  const known = new Map(page.best.map(({ id, score }) => [id, score]));
  const top = page.best[0]?.score ?? 0;
  const first = titled.map((id, at) => ({
    id,
    score: Math.max(known.get(id) ?? 0, top + titled.length - at),
  }));
  const others = page.best.filter(({ id }) => !titled.includes(id));
  const best = [...first, ...others];
  return { ...page, total: Math.max(page.total, best.length), best: best.slice(0, limit) };
}
