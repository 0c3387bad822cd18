// SQL of the library's highlights as a list: filtered, in order, a page at a time. What is in the trash is left out.
import { LibraryError } from '#contract/errors.ts';
import type { HighlightFilter, HighlightSort } from '#contract/types/highlight.ts';
import { findIdByUid } from '../articles/article-repo.ts';
import { normalise } from '../search/normalise.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { findTag } from '../tags/tag-repo.ts';

interface ListRequest {
  readonly filter: HighlightFilter;
  readonly sort: HighlightSort;
}

/** A highlight without a place comes after the last of its article. */
const NO_PLACE = 2 ** 40;

interface Candidate {
  readonly id: number;
  readonly quote: string;
  readonly note: string;
  /** Whether it comes after what the page before ended with. */
  readonly beyond: 0 | 1;
  /** The columns that the order goes by, as the cursor keeps them. */
  readonly key: string;
}

/**
 * One page, and how many there are on all of them.
 * @param after what the page before gave as `next`
 * @throws LibraryError invalid_input
 */
export function findPage(
  db: ReadDb,
  request: ListRequest & { readonly after?: string | undefined; readonly limit: number },
): { ids: number[]; next: string | null; total: number } {
  const { sort, filter, after, limit } = request;
  const from = after === undefined ? null : readCursor(sort, after);
  const built = build(db, request, from);
  if (!built) return { ids: [], next: null, total: 0 };
  const words = wordsOf(filter);
  const page = words.length > 0 ? readThrough(db, built, words) : readRange(db, built, limit);
  const shown = page.found.slice(0, limit);
  // One more than asked for tells whether there is a next page.
  const hasMore = page.found.length > shown.length;
  return {
    ids: shown.map(({ id }) => id),
    next: hasMore ? `${sort}:${shown.at(-1)?.key}` : null,
    total: page.total,
  };
}

interface Reading {
  readonly found: readonly Pick<Candidate, 'id' | 'key'>[];
  readonly total: number;
}

/** A range of an index, as far as the page goes. */
function readRange(db: ReadDb, built: Built, limit: number): Reading {
  const found: Candidate[] = [];
  for (const row of statement<Candidate>(db, built.pageSql).iterate(...built.values)) {
    found.push(row);
    if (found.length > limit) break;
  }
  const total = statement<number>(db, built.countSql)
    .pluck()
    .get(...built.filterValues);
  return { found, total: total ?? 0 };
}

/** No index knows the words, so every highlight is looked at, once for the page and for the number of all. */
function readThrough(db: ReadDb, built: Built, words: readonly string[]): Reading {
  const found: Pick<Candidate, 'id' | 'key'>[] = [];
  let total = 0;
  for (const row of statement<Candidate>(db, built.allSql).iterate(...built.values)) {
    const text = normalise(`${row.quote}\n${row.note}`);
    if (!words.every((word) => text.includes(word))) continue;
    total++;
    if (row.beyond) found.push({ id: row.id, key: row.key });
  }
  return { found, total };
}

interface Built {
  /** From where the page begins. */
  readonly pageSql: string;
  /** All, each with whether it is beyond where the page begins. */
  readonly allSql: string;
  readonly countSql: string;
  /** Of the cursor, then of the filter. */
  readonly values: readonly (string | number)[];
  readonly filterValues: readonly (string | number)[];
}

/** @returns null where nothing can match */
function build(
  db: ReadDb,
  { filter, sort }: ListRequest,
  from: readonly number[] | null,
): Built | null {
  const conditions = ['article.trashed_at IS NULL'];
  const values: (string | number)[] = [];
  const add = (condition: string, ...bound: (string | number)[]) => {
    conditions.push(condition);
    values.push(...bound);
  };
  if (filter.article !== undefined) {
    const id = findIdByUid(db, filter.article);
    if (id === null) return null;
    add('article.id = ?', id);
  }
  if (filter.tag !== undefined) {
    const tag = findTag(db, filter.tag);
    if (!tag) return null;
    add('EXISTS (SELECT 1 FROM article_tag WHERE article_id = article.id AND tag_id = ?)', tag.id);
  }
  if (filter.colours && filter.colours.length > 0) {
    add('highlight.colour IN (SELECT value FROM json_each(?))', JSON.stringify(filter.colours));
  }
  if (filter.since !== undefined) add('highlight.created_at >= ?', filter.since);
  if (filter.until !== undefined) add('highlight.created_at < ?', filter.until);
  if (filter.place) {
    add(`highlight.start_offset IS ${filter.place === 'lost' ? '' : 'NOT '}NULL`);
  }
  const order = orders[sort];
  const beyond = from ? order.beyond : '1';
  const where = conditions.join(' AND ');
  const columns = `highlight.id, ${order.key} AS key`;
  // The order of the tables is said, since it is that of the index which the rows come from already sorted.
  const source =
    sort === 'article' || filter.article !== undefined
      ? 'article CROSS JOIN highlight ON highlight.article_id = article.id'
      : 'highlight CROSS JOIN article ON article.id = highlight.article_id';
  return {
    pageSql: `SELECT ${columns} FROM ${source} WHERE ${beyond} AND ${where} ORDER BY ${order.by}`,
    allSql: `SELECT ${beyond} AS beyond, ${columns}, highlight.quote, highlight.note
      FROM ${source} WHERE ${where} ORDER BY ${order.by}`,
    countSql: `SELECT count(*) FROM ${source} WHERE ${where}`,
    values: [...(from ?? []), ...values],
    filterValues: values,
  };
}

const PLACE = `coalesce(highlight.start_offset, ${NO_PLACE})`;
const DATE_KEY = "highlight.created_at || ':' || highlight.id";
const orders: Readonly<Record<HighlightSort, { by: string; beyond: string; key: string }>> = {
  newest: {
    by: 'highlight.created_at DESC, highlight.id DESC',
    beyond: '(highlight.created_at, highlight.id) < (?, ?)',
    key: DATE_KEY,
  },
  oldest: {
    by: 'highlight.created_at, highlight.id',
    beyond: '(highlight.created_at, highlight.id) > (?, ?)',
    key: DATE_KEY,
  },
  article: {
    by: `article.saved_at DESC, article.id DESC, ${PLACE}, highlight.id`,
    beyond: `(-article.saved_at, -article.id, ${PLACE}, highlight.id) > (-?, -?, ?, ?)`,
    key: `article.saved_at || ':' || article.id || ':' || ${PLACE} || ':' || highlight.id`,
  },
};
const keyLengths: Readonly<Record<HighlightSort, number>> = { newest: 2, oldest: 2, article: 4 };

function readCursor(sort: HighlightSort, cursor: string): number[] {
  const [itsSort, ...parts] = cursor.split(':');
  const numbers = parts.map(Number);
  if (
    itsSort !== sort ||
    numbers.length !== keyLengths[sort] ||
    !numbers.every(Number.isSafeInteger)
  ) {
    throw new LibraryError('invalid_input', 'This page does not belong to this list.');
  }
  return numbers;
}

/** Each word of the filter as it stands in folded text. */
const wordsOf = ({ text }: HighlightFilter): string[] =>
  (text ?? '')
    .split(/\s+/)
    .map((word) => normalise(word).trim())
    .filter((word) => word !== '');
