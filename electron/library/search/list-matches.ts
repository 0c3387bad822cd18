// Articles by filters and exclusions alone, without a word to rank them by.
import type { ReadDb } from '../storage/database.ts';
import type { CompiledQuery } from './compile-query.ts';
import type { Condition } from './condition.ts';
import { prepared } from './match-clause.ts';
import type { Matches } from './matches.ts';
import { findList } from './sieve.ts';
import { ORDERS } from './sort-matches.ts';

/** How far articles are counted in the first answer: a few milliseconds. */
const COUNTED = 2000;
export const EVERYTHING = 1_000_000_000;
/** Without a filter each order is that of an index. Beside one, what is asked of all articles stands in `article_facts`. */
const OWN_INDEX: Readonly<Record<keyof typeof ORDERS, string>> = {
  newest: 'article_facts',
  oldest: 'article_facts',
  longest: 'article_length',
  title: 'article_title',
};

/** The newest first unless another order is asked for, from one pass that also counts. */
export function listArticles(
  db: ReadDb,
  query: CompiledQuery,
  limit: number,
  counted = Math.max(COUNTED, limit),
): Matches {
  const parts: Condition[] = query.looksInTrash
    ? []
    : [{ sql: 'article.trashed_at IS NULL', values: [] }];
  parts.push(...query.conditions);
  if (query.without !== null) {
    const sql = 'article.id NOT IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)';
    parts.push({ sql, values: [query.without] });
  }
  const sql = parts.map((part) => `(${part.sql})`).join(' AND ') || 'TRUE';
  const sort = query.sort === 'relevance' ? 'newest' : query.sort;
  const from = sourceOf(db, query, sort);
  const values = [...from.values, ...parts.flatMap((part) => part.values)];
  const ids = prepared<number>(
    db,
    `SELECT article.id FROM ${from.sql} WHERE $where ORDER BY ${ORDERS[sort]} LIMIT ?`,
    { sql, values, isKept: false },
  )
    .pluck()
    .all(...values, counted + 1);
  return {
    best: ids.slice(0, limit).map((id) => ({ id, score: 0 })),
    total: Math.min(ids.length, counted),
    totalIsExact: ids.length <= counted,
    rankedAll: true,
    isPartial: false,
  };
}

/** Said rather than left to SQLite, which goes by what it takes for granted of tables that were never counted. */
function sourceOf(db: ReadDb, query: CompiledQuery, sort: keyof typeof ORDERS): Condition {
  if (query.looksInTrash) return { sql: 'article', values: [] };
  const list = findList(db, query);
  if (list) {
    const sql = 'json_each(?) AS listed CROSS JOIN article ON article.id = listed.value';
    return { sql, values: [JSON.stringify(list)] };
  }
  const index = query.conditions.length > 0 ? 'article_facts' : OWN_INDEX[sort];
  return { sql: `article INDEXED BY ${index}`, values: [] };
}
