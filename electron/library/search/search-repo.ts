// SQL of search. Every query does a bounded amount of work: ranking costs a microsecond per match, and a stop word
// matches almost every article, so only the newest matches are ranked.
import { type ReadDb, statement } from '../storage/database.ts';
import type { CompiledQuery } from './compile-query.ts';
import type { Condition } from './condition.ts';
import { expressionOf } from './match-expression.ts';
import type { TextTerm } from './query-tree.ts';

export interface Match {
  /** Row id of the article. */
  readonly id: number;
  /** Higher is better; 0 throughout where matches are in order of saving. */
  readonly score: number;
}

export interface Matches {
  readonly best: readonly Match[];
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly rankedAll: boolean;
}

/** How many matches are ranked: 2 to 5 ms whatever the size of the library. */
const RANKED = 2000;
/** How far matches are counted: 1 ms. */
const COUNTED = 20_000;
/** The same where each match is costly to find. */
const COUNTED_COSTLY = 500;
/** A word that is in this many articles is common. */
const COMMON = 2000;
/** So many common words say little about what is the best match. */
const MANY = 8;
/** Statements with more filters than this are prepared each time. */
const KEPT_CONDITIONS = 2;
/** Beginnings this short stand for thousands of words. */
const BROAD_LETTERS = 2;

/** The rank function with its weights: title, headings, body, author, site, note, highlight. */
const RANK = 'bm25(search_index, 10.0, 1.0, 1.0, 4.0, 4.0, 1.0, 1.0)';

/** The best matches of a query, articles in the trash left out. */
export function findMatches(db: ReadDb, query: CompiledQuery, limit: number): Matches {
  if (query.match === null) return listArticles(db, query, limit);
  const where = matchClause(db, query.match, query);
  return query.wanted.some((term) => isCostly(db, term)) || hasManyCommon(db, query.wanted)
    ? findNewest(db, where, limit)
    : findRanked(db, where, limit);
}

/** What stands behind WHERE. */
interface Clause {
  readonly sql: string;
  readonly values: readonly (string | number)[];
  /** How a statement with this clause is prepared. */
  readonly prepare: typeof statement;
}

function matchClause(
  db: ReadDb,
  match: string,
  { conditions, looksInTrash }: CompiledQuery,
): Clause {
  const parts = ['search_index MATCH ?'];
  if (conditions.length > 0) {
    const all = conditions.map(({ sql }) => `(${sql})`).join(' AND ');
    // EXISTS, not `rowid IN (SELECT …)`: for that SQLite looks up each article of a tag in the full-text index.
    parts.push(`EXISTS (SELECT 1 FROM article WHERE article.id = search_index.rowid AND ${all})`);
  }
  // Looked up in a list made once per query, which is nearly always short. An index entry of an article in the trash
  // stays where it is, so that trashing and restoring are cheap.
  if (!looksInTrash && hasTrash(db)) {
    parts.push('search_index.rowid NOT IN (SELECT id FROM article WHERE trashed_at IS NOT NULL)');
  }
  const values = [match, ...conditions.flatMap((one) => one.values)];
  return { sql: parts.join(' AND '), values, prepare: preparing(conditions) };
}

/** With many filters there are too many forms to keep a statement for each. */
const preparing = (conditions: readonly Condition[]): typeof statement =>
  conditions.length <= KEPT_CONDITIONS ? statement : (db, sql) => db.prepare(sql);

function hasTrash(db: ReadDb): boolean {
  return statement<number>(db, 'SELECT trash FROM list_count').pluck().get() !== 0;
}

/**
 * By rank among the newest, equal ones by newness. The limit stands in the statement, since SQLite sorts slower to a
 * bound one: 30 µs, half of what a rare word takes.
 */
function findRanked(db: ReadDb, where: Clause, limit: number): Matches {
  const found = where
    .prepare<{ id: number; score: number }>(
      db,
      `SELECT id, score FROM (
        SELECT rowid AS id, ${RANK} AS score FROM search_index WHERE ${where.sql}
          ORDER BY rowid DESC LIMIT ${RANKED})
      ORDER BY score, id DESC LIMIT ${limit}`,
    )
    .all(...where.values);
  // bm25 is negative, and the lower the better.
  const best = found.map(({ id, score }) => ({ id, score: -score }));
  if (best.length < limit) {
    return { best, total: best.length, totalIsExact: true, rankedAll: true };
  }
  const total = count(db, where);
  const totalIsExact = total <= COUNTED;
  return { best, total: Math.min(total, COUNTED), totalIsExact, rankedAll: total <= RANKED };
}

/** At most one more than are counted. */
function count(db: ReadDb, { sql, values, prepare }: Clause): number {
  const counted = prepare<number>(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM search_index WHERE ${sql} LIMIT ${COUNTED + 1})`,
  )
    .pluck()
    .get(...values);
  return counted ?? 0;
}

/** In order of saving, the newest first, from one pass that also counts. */
function findNewest(db: ReadDb, { sql, values, prepare }: Clause, limit: number): Matches {
  const ids = prepare<number>(
    db,
    `SELECT rowid FROM search_index WHERE ${sql} ORDER BY rowid DESC LIMIT ${COUNTED_COSTLY + 1}`,
  )
    .pluck()
    .all(...values);
  return { ...newest(ids, limit, COUNTED_COSTLY), rankedAll: ids.length <= 1 };
}

const newest = (ids: readonly number[], limit: number, counted: number) => ({
  best: ids.slice(0, limit).map((id) => ({ id, score: 0 })),
  total: Math.min(ids.length, counted),
  totalIsExact: ids.length <= counted,
});

/**
 * Whether ranking by this term would take far longer than finding it. A short beginning stands for thousands of
 * words. And bm25 looks for every occurrence of a phrase in the library, whatever the limit, which takes tens of
 * milliseconds for “of the”.
 */
function isCostly(db: ReadDb, { tokens, open }: TextTerm): boolean {
  const last = tokens.at(-1) ?? '';
  if (open && [...last].length <= BROAD_LETTERS) return true;
  return tokens.length > 1 && tokens.every((token) => isCommon(db, token));
}

/** Each common word adds a millisecond or two to the ranking. */
function hasManyCommon(db: ReadDb, terms: readonly TextTerm[]): boolean {
  const tokens = terms.flatMap((term) => term.tokens);
  return tokens.length > MANY && tokens.filter((token) => isCommon(db, token)).length > MANY;
}

function isCommon(db: ReadDb, token: string): boolean {
  const found = statement<number>(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ${COMMON})`,
  )
    .pluck()
    .get(expressionOf({ tokens: [token], open: false }));
  return found === COMMON;
}

/** Articles by filters and exclusions alone, the newest first, from one pass that also counts. */
function listArticles(db: ReadDb, query: CompiledQuery, limit: number): Matches {
  const { conditions, without, looksInTrash } = query;
  const parts = [
    looksInTrash ? 'TRUE' : 'article.trashed_at IS NULL',
    ...conditions.map(({ sql }) => `(${sql})`),
  ];
  const values = conditions.flatMap((one) => [...one.values]);
  if (without !== null) {
    parts.push('article.id NOT IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)');
    values.push(without);
  }
  const ids = preparing(conditions)<number>(
    db,
    `SELECT article.id FROM article WHERE ${parts.join(' AND ')}
      ORDER BY article.saved_at DESC, article.id DESC LIMIT ${COUNTED + 1}`,
  )
    .pluck()
    .all(...values);
  return { ...newest(ids, limit, COUNTED), rankedAll: true };
}
