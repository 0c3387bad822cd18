// Rows as the journal sees them: a table, a key, and the columns that changed. The names come back out of the file, so
// only those listed here ever get into SQL.
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { seal } from '../storage/digest.ts';

interface JournaledTable {
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** Rows stay while this does not hold: someone else has come to need them. */
  readonly deleteOnlyIf?: string;
  /** Columns that may have changed since without the reader's doing: they are set, never compared. */
  readonly derived?: readonly string[];
  /** Columns of which it counts whether they say a time, not which. */
  readonly moments?: readonly string[];
}

const journaled = {
  article: {
    key: ['id'],
    columns: [
      'reading_status',
      'progress',
      'progress_anchor',
      'finished_at',
      'starred_at',
      'archived_at',
      'trashed_at',
      'saved_at',
      'title',
      'author',
      'site_name',
      'published_at',
      'excerpt',
      'lang',
      'canonical_url',
      'url_key',
      'site',
    ],
    moments: ['trashed_at'],
  },
  tag: {
    key: ['id'],
    columns: ['uid', 'name', 'name_key', 'colour', 'created_at'],
    // A clip may have used the tag since; clips are not in the journal.
    deleteOnlyIf: 'NOT EXISTS (SELECT 1 FROM article_tag WHERE tag_id = tag.id)',
  },
  article_tag: { key: ['tag_id', 'saved_at', 'article_id'], columns: [] },
  // By uid, since SQLite gives the id of a row that is gone to the next one.
  highlight: {
    key: ['uid'],
    columns: [
      'article_id',
      'colour',
      'quote',
      'prefix',
      'suffix',
      'start_offset',
      'end_offset',
      'note',
      'created_at',
      'updated_at',
    ],
    derived: ['start_offset', 'end_offset', 'updated_at'],
  },
  note: {
    key: ['uid'],
    columns: ['article_id', 'markdown', 'created_at', 'updated_at'],
    derived: ['updated_at'],
  },
  block_edit: {
    key: ['uid'],
    columns: ['article_id', 'action', 'address', 'words', 'created_at'],
  },
  collection: {
    key: ['id'],
    columns: ['uid', 'name', 'name_key', 'parent_id', 'position', 'created_at'],
    // What came into it since stays where it was put.
    deleteOnlyIf: `NOT EXISTS (SELECT 1 FROM collection_article WHERE collection_id = collection.id)
      AND NOT EXISTS (SELECT 1 FROM collection AS inner_one WHERE inner_one.parent_id = collection.id)`,
  },
  collection_article: { key: ['collection_id', 'article_id'], columns: ['position'] },
  saved_search: { key: ['uid'], columns: ['name', 'query', 'position', 'created_at'] },
  // Of imports alone: what a reader chooses or hands in by hand is no step.
  setting: { key: ['key'], columns: ['value'] },
  clip_job: {
    key: ['uid'],
    columns: [
      'url',
      'url_key',
      'host',
      'tags',
      'state',
      'tries',
      'due_at',
      'added_at',
      'error_code',
      'error_message',
    ],
    derived: ['tags', 'state', 'tries', 'due_at', 'error_code', 'error_message'],
    deleteOnlyIf: "state <> 'fetching'",
  },
  told_apart: { key: ['article_id', 'other_id'], columns: ['at'] },
  // Which content an article shows. The row itself is never set: the content that it names is brought back whole.
  reader_content: { key: ['article_id'], columns: ['snapshot_id', 'extractor_version'] },
} as const satisfies Record<string, JournaledTable>;

export type TableName = keyof typeof journaled;
export type Values = Readonly<Record<string, string | number | null>>;

type WholeTable = 'highlight' | 'note' | 'collection' | 'saved_search' | 'tag' | 'clip_job';

/** Of a row, whole: what making or removing it records. */
export const wholeColumns = (name: WholeTable): readonly string[] => journaled[name].columns;

/** `before` is null where the row was not there, `after` where it is gone; both hold the changed columns only. */
export interface RowChange {
  readonly table: TableName;
  readonly key: Values;
  readonly before: Values | null;
  readonly after: Values | null;
}

/** The id of the article whose row it is; null where that is not said. */
export function articleOf({ table, key, before, after }: RowChange): number | null {
  const id =
    table === 'article' ? key.id : (key.article_id ?? after?.article_id ?? before?.article_id);
  return typeof id === 'number' ? id : null;
}

/** By hand: a step may have a hundred thousand of them. */
function readValues(text: string): Values {
  const found: unknown = JSON.parse(text);
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    throw new Error('These are no values.');
  }
  for (const value of Object.values(found)) {
    if (value !== null && typeof value !== 'string' && typeof value !== 'number') {
      throw new Error('This is no value of a row.');
    }
  }
  return found as Values;
}

/** A change as it was kept. @returns null where it is not one that this program writes */
export function parseChange(row: {
  table_name: string;
  row_key: string;
  before: string | null;
  after: string | null;
}): RowChange | null {
  if (!Object.hasOwn(journaled, row.table_name)) return null;
  const name = row.table_name as TableName;
  const table: JournaledTable = journaled[name];
  try {
    const read = (text: string | null) => (text === null ? null : readValues(text));
    const [key, before, after] = [read(row.row_key), read(row.before), read(row.after)];
    if (!key || !hasOnly(key, table.key) || Object.keys(key).length !== table.key.length) {
      return null;
    }
    if (!hasOnly(before ?? {}, table.columns) || !hasOnly(after ?? {}, table.columns)) return null;
    return { table: name, key, before, after };
  } catch {
    // Neither JSON nor such values: a damaged row, which the caller tells the reader about.
    return null;
  }
}

function hasOnly(found: Values, allowed: readonly string[]): boolean {
  return Object.keys(found).every((column) => allowed.includes(column));
}

export function findRow(
  db: ReadDb,
  name: TableName,
  key: Values,
  columns: readonly string[],
): Values | null {
  const wanted = columns.length > 0 ? columns.join(', ') : '1';
  const row = statement<Values>(db, `SELECT ${wanted} FROM ${name} WHERE ${keyEquals(name)}`).get(
    ...keyValues(name, key),
  );
  return row ?? null;
}

/** What making a row records, once it is there. */
export function madeRow(db: ReadDb, table: WholeTable, key: Values): RowChange {
  return { table, key, before: null, after: findRow(db, table, key, wholeColumns(table)) };
}

/** Whether a row is still as a step left it. */
export function isAsLeft(name: TableName, row: Values, left: Values): boolean {
  const { derived = [], moments = [] }: JournaledTable = journaled[name];
  return Object.entries(left).every(
    ([column, value]) =>
      derived.includes(column) ||
      row[column] === value ||
      (moments.includes(column) && row[column] !== null && value !== null),
  );
}

/** Rows with what the reader said are sealed, and stamped with the time of each change; an edit of a block never is changed. */
const isSealed = (name: TableName): name is 'article' | 'highlight' | 'note' | 'block_edit' =>
  name === 'article' || name === 'highlight' || name === 'note' || name === 'block_edit';

/** Sets columns of one row. */
export function updateRow(
  db: WriteDb,
  name: TableName,
  key: Values,
  changed: Values,
  now: number,
): void {
  const set = Object.keys(changed).map((column) => `${column} = ?`);
  const bound = Object.values(changed);
  if (isSealed(name)) {
    set.push('updated_at = ?');
    bound.push(now);
  }
  statement(db, `UPDATE ${name} SET ${set.join(', ')} WHERE ${keyEquals(name)}`).run(
    ...bound,
    ...keyValues(name, key),
  );
  sealRow(db, name, key);
}

/** @throws SqliteError SQLITE_CONSTRAINT… where another row stands in the way */
export function insertRow(db: WriteDb, name: TableName, key: Values, others: Values): void {
  const columns = [...journaled[name].key, ...Object.keys(others)];
  statement(
    db,
    `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ).run(...keyValues(name, key), ...Object.values(others));
  sealRow(db, name, key);
}

export function deleteRow(db: WriteDb, name: TableName, key: Values): void {
  const table: JournaledTable = journaled[name];
  const condition = table.deleteOnlyIf ? ` AND ${table.deleteOnlyIf}` : '';
  statement(db, `DELETE FROM ${name} WHERE ${keyEquals(name)}${condition}`).run(
    ...keyValues(name, key),
  );
}

function sealRow(db: WriteDb, name: TableName, key: Values): void {
  if (!isSealed(name)) return;
  const id = key.id ?? findRow(db, name, key, ['id'])?.id;
  if (id !== undefined) seal(db, name, Number(id));
}

function keyEquals(name: TableName): string {
  return journaled[name].key.map((column) => `${column} = ?`).join(' AND ');
}

function keyValues(name: TableName, key: Values): (string | number | null)[] {
  return journaled[name].key.map((column) => key[column] ?? null);
}

/** What takes a change back. */
export const inverse = ({ table, key, before, after }: RowChange): RowChange => ({
  table,
  key,
  before: after,
  after: before,
});
