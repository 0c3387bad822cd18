// What rows of each table look like: to read them without SQLite, and to tell whose they are where no way leads to them.
import { AssetName } from '#contract/types/asset.ts';
import { Uid } from '#contract/types/ids.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import type { Value } from './record.ts';
import type { StoredRow } from './tree-page.ts';

interface Column {
  readonly name: string;
  readonly type: 'INTEGER' | 'TEXT' | 'BLOB' | 'REAL';
  readonly notnull: 0 | 1;
  /** Its place in the primary key, from 1. */
  readonly pk: number;
}

export interface TableShape {
  readonly name: string;
  /** In the order in which a row holds them. */
  readonly columns: readonly Column[];
  /** The column that is the row's number, and is not written out; null in a table without row ids. */
  readonly rowidColumn: string | null;
}

/** Follows from other tables, by triggers or by what a library does when it is opened. */
const MADE_AGAIN =
  /^(search_index|title_index|index_|vocabulary_|fingerprint|list_count$|linked_page$|content_fact$|near_duplicate$|scrub_|sqlite_|.*_sequence$)/;
/** Half a history would undo half a change: Undo begins anew. */
const HISTORY = /^journal_/;

/** The tables that are carried over, those first on which others stand. */
export function carriedTables(db: ReadDb): TableShape[] {
  const tables = statement<{ name: string; wr: 0 | 1 }>(
    db,
    `SELECT list.name, list.wr FROM pragma_table_list AS list
      JOIN sqlite_schema AS entry ON entry.name = list.name
      WHERE list.schema = 'main' AND list.type = 'table' ORDER BY entry.rowid`,
  ).all();
  return tables
    .filter(({ name }) => !MADE_AGAIN.test(name) && !HISTORY.test(name))
    .map(({ name, wr }) => shapeOf(db, name, wr === 1));
}

function shapeOf(db: ReadDb, name: string, isWithoutRowid: boolean): TableShape {
  const declared = statement<Column>(
    db,
    'SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid',
  ).all(name);
  if (isWithoutRowid) {
    const keys = declared.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    const columns = [...keys, ...declared.filter(({ pk }) => pk === 0)];
    return { name, columns, rowidColumn: null };
  }
  const rowidColumn = declared.find(({ pk, type }) => pk === 1 && type === 'INTEGER')?.name;
  return { name, columns: declared, rowidColumn: rowidColumn ?? null };
}

/** Column by column; columns that came later than the row are not among them. */
export type ReadRow = ReadonlyMap<string, Value>;

/** @returns null where this cannot be a row of the table */
export function toRow(shape: TableShape, stored: StoredRow): ReadRow | null {
  const values = stored.read();
  if (!values || values.length > shape.columns.length) return null;
  const row = new Map<string, Value>();
  for (const [at, value] of values.entries()) {
    const column = shape.columns[at];
    if (!column) return null;
    const isKey = column.name === shape.rowidColumn;
    const found = isKey ? stored.rowid : value;
    if (isKey ? value !== null : !hasType(column, value)) return null;
    row.set(column.name, found);
  }
  const missing = shape.columns.slice(values.length);
  return missing.some(({ pk }) => pk > 0) ? null : row;
}

/** Whether nothing about the row speaks against it. Names say more of a value than types do. */
export function looksLike(shape: TableShape, row: ReadRow): boolean {
  const mayLack = shape.columns.length - row.size;
  return (
    mayLack <= 2 &&
    [...row].every(([column, value]) => value === null || isLikely(shape.name, column, value))
  );
}

function hasType({ type, notnull }: Column, value: Value): boolean {
  if (value === null) return notnull === 0;
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'BLOB') return Buffer.isBuffer(value);
  return typeof value === 'number' || typeof value === 'bigint';
}

const EARLIEST_TIME = 1e10;

function isLikely(table: string, name: string, value: Value): boolean {
  if (name === 'uid') return Uid.safeParse(value).success;
  const isAsset = /(^|_)asset(_name)?$/.test(name) || (table === 'asset' && name === 'name');
  if (isAsset) return AssetName.safeParse(value).success;
  if (name === 'digest') return Buffer.isBuffer(value) && value.byteLength === 32;
  if (/(^|_)at$/.test(name)) return Number(value) > EARLIEST_TIME;
  if (/^(id|position|number)$|_id$/.test(name)) {
    return Number(value) >= 0 && Number(value) < EARLIEST_TIME;
  }
  return true;
}
