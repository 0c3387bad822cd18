// SQL of the library's highlights as a list: filtered, in order, a page at a time. What is in the trash is left out.
import { LibraryError } from '#contract/errors.ts';
import type { HighlightFilter, HighlightSort } from '#contract/types/highlight.ts';
import { findIdByUid } from '../articles/article-repo.ts';
import { normalise } from '../search/normalise.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { findTag } from '../tags/tag-repo.ts';

export interface ListRequest {
  readonly filter: HighlightFilter;
  readonly sort: HighlightSort;
}

/** A highlight without a place comes after the last of its article. */
const NO_PLACE = 2 ** 40;

interface Candidate {
  readonly id: number;
  readonly quote: string;
  readonly note: string;
  /** The columns that the order goes by, as the cursor keeps them. */
  readonly key: string;
}

/**
 * One page.
 * @param after what the page before gave as `next`
 * @throws LibraryError invalid_input
 */
export function findPage(
  db: ReadDb,
  request: ListRequest & { readonly after?: string | undefined; readonly limit: number },
): { ids: number[]; next: string | null } {
  const from = request.after === undefined ? null : readCursor(request.sort, request.after);
  const matching = candidates(db, request, from);
  const shown: Candidate[] = [];
  for (const candidate of matching) {
    // One more than asked for tells whether there is a next page.
    if (shown.length === request.limit) {
      return { ids: idsOf(shown), next: `${request.sort}:${shown.at(-1)?.key}` };
    }
    shown.push(candidate);
  }
  return { ids: idsOf(shown), next: null };
}

/** How many there are on all pages. */
export function countAll(db: ReadDb, filter: HighlightFilter): number {
  const request: ListRequest = { filter, sort: 'newest' };
  if (wordsOf(filter).length > 0) {
    let count = 0;
    for (const _ of candidates(db, request, null)) count++;
    return count;
  }
  const built = build(db, request, null);
  if (!built) return 0;
  const { conditions, values } = built;
  return (
    statement<number>(
      db,
      `SELECT count(*) FROM highlight CROSS JOIN article ON article.id = highlight.article_id
        WHERE ${conditions.join(' AND ')}`,
    )
      .pluck()
      .get(...values) ?? 0
  );
}

function* candidates(
  db: ReadDb,
  request: ListRequest,
  from: readonly number[] | null,
): Generator<Candidate> {
  const built = build(db, request, from);
  if (!built) return;
  const words = wordsOf(request.filter);
  for (const row of statement<Candidate>(db, built.sql).iterate(...built.values)) {
    if (words.length > 0) {
      const text = normalise(`${row.quote}\n${row.note}`);
      if (!words.every((word) => text.includes(word))) continue;
    }
    yield row;
  }
}

/** @returns null where nothing can match */
function build(
  db: ReadDb,
  { filter, sort }: ListRequest,
  from: readonly number[] | null,
): { sql: string; conditions: string[]; values: (string | number)[] } | null {
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
  if (from) add(order.beyond, ...from);
  const columns = `highlight.id, highlight.quote, highlight.note, ${order.key} AS key`;
  // The order of the tables is said, since it is that of the index which the rows come from already sorted.
  const source =
    sort === 'article' || filter.article !== undefined
      ? 'article CROSS JOIN highlight ON highlight.article_id = article.id'
      : 'highlight CROSS JOIN article ON article.id = highlight.article_id';
  const sql = `SELECT ${columns} FROM ${source} WHERE ${conditions.join(' AND ')} ORDER BY ${order.by}`;
  return { sql, conditions, values };
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

const idsOf = (rows: readonly Candidate[]): number[] => rows.map(({ id }) => id);

/** Each word of the filter as it stands in folded text. */
const wordsOf = ({ text }: HighlightFilter): string[] =>
  (text ?? '')
    .split(/\s+/)
    .map((word) => normalise(word).trim())
    .filter((word) => word !== '');
