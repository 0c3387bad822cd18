// SQL of lists: which articles stand on a page. Every list in order of date is a range of its own partial index.
import { LibraryError } from '#contract/errors.ts';
import type { ArticleSort, ListCounts, ListName } from '#contract/types/article.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import type { Among } from './among.ts';

// `where` repeats the condition of the index word for word: SQLite uses a partial index only where one implies the other.
const lists: Readonly<Record<ListName, { index: string; where: string }>> = {
  all: { index: 'article_all', where: 'trashed_at IS NULL' },
  inbox: {
    index: 'article_inbox',
    where: "trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'unread'",
  },
  reading: {
    index: 'article_reading',
    where: "trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'reading'",
  },
  finished: {
    index: 'article_finished',
    where: "trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'finished'",
  },
  starred: { index: 'article_starred', where: 'trashed_at IS NULL AND starred_at IS NOT NULL' },
  archived: { index: 'article_archived', where: 'trashed_at IS NULL AND archived_at IS NOT NULL' },
  trash: { index: 'article_trash', where: 'trashed_at IS NOT NULL' },
};

export interface PageRequest {
  readonly list: ListName;
  readonly sort: ArticleSort;
  readonly among: Among | null;
  /** What the page before gave as `next`. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A list this short is sorted by title faster than its articles are picked out of all titles. */
const SHORT_LIST = 2000;

interface PageRow {
  readonly id: number;
  /** When it was saved, or where its reader put it: what the list is sorted by. */
  readonly place: number;
}

/**
 * One page of a list.
 * @returns the articles in order, and where the next page starts; null on the last
 * @throws LibraryError invalid_input, or not_found where the article that the page starts after is gone
 */
export function findPage(db: ReadDb, page: PageRequest): { ids: number[]; next: string | null } {
  if (page.sort === 'by-hand' && page.among?.kind !== 'collection') {
    throw new LibraryError('invalid_input', 'Only a collection has an order made by hand.');
  }
  const from = page.after === undefined ? null : readCursor(db, page.sort, page.after);
  const values: unknown[] = page.among === null ? [] : [page.among.id];
  if (from) values.push(...from);
  // One more than asked for tells whether there is a next page.
  const isShort = page.sort === 'title' && findCounts(db)[page.list] <= SHORT_LIST;
  const sql = pageSql({ ...page, isShort }, from !== null);
  const rows = statement<PageRow>(db, sql).all(...values, page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    ids: shown.map((row) => row.id),
    next: last && rows.length > shown.length ? writeCursor(page.sort, last) : null,
  };
}

/** Whether a page is the next rows of an index, and takes as long in the largest library as in a small one. */
export function isRange({
  list,
  sort,
  tag,
  collection,
}: Pick<PageRequest, 'list' | 'sort'> & {
  readonly tag?: unknown;
  readonly collection?: unknown;
}): boolean {
  // Those of one list are picked out of the articles of a tag or a collection, or out of all titles.
  if (list !== 'all') return tag === undefined && collection === undefined && sort !== 'title';
  if (collection !== undefined) return sort === 'by-hand';
  return tag === undefined || sort !== 'title';
}

/** All articles of a list, the newest first. */
export function findAllIds(
  db: ReadDb,
  { list, among }: Pick<PageRequest, 'list' | 'among'>,
): number[] {
  const sql = pageSql({ list, among, sort: 'newest', isShort: false }, false);
  const values = among === null ? [] : [among.id];
  // A text of its own: a prepared statement is shared by all that ask the same, and plucks or does not.
  return statement<number>(db, `SELECT id FROM (${sql})`)
    .pluck()
    .all(...values, -1);
}

/** The articles of a tag are a range of its primary key by date, those of a collection by the order made by hand. */
const ranges = {
  tag: { table: 'article_tag', of: 'tag_id' },
  collection: { table: 'collection_article', of: 'collection_id' },
} as const;

/** The statement behind a page, for the test that reads its plan as well. */
export function pageSql(
  { list, sort, among, isShort }: Omit<PageRequest, 'limit'> & { readonly isShort: boolean },
  continued: boolean,
): string {
  const { index, where } = lists[list];
  const conditions = [where];
  const range = among && ranges[among.kind];
  // In any other order there are few enough of them to sort.
  const source = range
    ? `${range.table} CROSS JOIN article ON article.id = ${range.table}.article_id`
    : `article INDEXED BY ${sort === 'title' && !isShort ? 'article_title' : index}`;
  if (range) conditions.unshift(`${range.table}.${range.of} = ?`);

  if (sort === 'title') {
    if (continued) {
      // Not (title, id) > (?, ?): that form scans the whole index.
      conditions.push('title COLLATE NOCASE >= ? AND (title COLLATE NOCASE > ? OR article.id > ?)');
    }
    return `SELECT article.id, article.saved_at AS place FROM ${source}
      WHERE ${conditions.join(' AND ')} ORDER BY title COLLATE NOCASE, article.id LIMIT ?`;
  }
  const inRange = among?.kind === (sort === 'by-hand' ? 'collection' : 'tag') ? range : null;
  const place = `${inRange?.table ?? 'article'}.${sort === 'by-hand' ? 'position' : 'saved_at'}`;
  const id = inRange ? `${inRange.table}.article_id` : 'article.id';
  const [order, beyond] = sort === 'newest' ? ['DESC', '<'] : ['ASC', '>'];
  if (continued) conditions.push(`(${place}, ${id}) ${beyond} (?, ?)`);
  return `SELECT article.id, ${place} AS place FROM ${source} WHERE ${conditions.join(' AND ')}
    ORDER BY ${place} ${order}, ${id} ${order} LIMIT ?`;
}

const countColumns: Readonly<Record<ListName, string>> = {
  inbox: 'inbox',
  reading: 'reading',
  finished: 'finished',
  starred: 'starred',
  archived: 'archived',
  trash: 'trash',
  all: 'everything',
};

/** Kept by triggers, not counted. */
export function findCounts(db: ReadDb): ListCounts {
  const columns = Object.entries(countColumns).map(([list, column]) => `${column} AS "${list}"`);
  const counts = statement<ListCounts>(db, `SELECT ${columns.join(', ')} FROM list_count`).get();
  if (!counts) throw new LibraryError('library_damaged', 'The counts of the library are missing.');
  return counts;
}

function writeCursor(sort: ArticleSort, row: PageRow): string {
  return sort === 'title' ? `title:${row.id}` : `${sort}:${row.place}:${row.id}`;
}

/** @returns the values that the conditions of `pageSql` bind */
function readCursor(db: ReadDb, sort: ArticleSort, cursor: string): (string | number)[] {
  const [itsSort, ...parts] = cursor.split(':');
  const numbers = parts.map(Number);
  const count = sort === 'title' ? 1 : 2;
  if (itsSort !== sort || numbers.length !== count || !numbers.every(Number.isSafeInteger)) {
    throw new LibraryError('invalid_input', 'This page does not belong to this list.');
  }
  if (sort !== 'title') return numbers;
  // By id and not by the title itself, which may be longer than a cursor.
  const [id = 0] = numbers;
  const title = statement<string>(db, 'SELECT title FROM article WHERE id = ?').pluck().get(id);
  if (title === undefined) {
    throw new LibraryError('not_found', 'The list has changed; open it again.');
  }
  return [title, title, id];
}
