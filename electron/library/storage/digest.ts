// A SHA-256 per row over all its columns. SQLite's own checks do not see damage inside values: of 284 harmful
// one-byte changes they noticed 9, row digests 269.
import { type ReadDb, statement, type WriteDb } from './database.ts';
import { rowDigest } from './row-digest.ts';

/** Tables whose rows are irreplaceable and sealed with every write, and the column that finds a row. */
const keyColumns = {
  article: 'id',
  snapshot: 'id',
  snapshot_part: 'id',
  reader_content: 'article_id',
  kept_content: 'id',
  highlight: 'id',
  note: 'id',
  block_edit: 'id',
} as const;
export type SealedTable = keyof typeof keyColumns;
export const sealedTables = Object.keys(keyColumns) as SealedTable[];

/** Writes the row's digest; part of the transaction that wrote the row. */
export function seal(db: WriteDb, table: SealedTable, id: number): void {
  statement(
    db,
    `UPDATE ${table} SET digest = ${digestOf(db, table)} WHERE ${keyColumns[table]} = ?`,
  ).run(id);
}

/** As a column holds it. */
type Value = string | number | null | Uint8Array;

/**
 * Inserts a row with its digest: two thirds of the time of inserting it and sealing it then. It names every column that is not null, so
 * also those that have a value by default.
 */
export function insertSealed(
  db: WriteDb,
  table: SealedTable,
  row: Readonly<Record<string, Value>>,
): void {
  const { sql, names } = insertOf(db, table, Object.keys(row));
  const values: Value[] = [];
  const digested: Value[] = [table];
  for (const name of names) {
    const given = row[name] as Value;
    // What has no UTF-8 would be hashed as one thing and stored as another.
    const value = typeof given === 'string' ? given.toWellFormed() : given;
    values.push(value);
    digested.push(name, value);
  }
  statement(db, sql).run(...values, rowDigest(digested));
}

/** Seals every row anew: for a migration that changes values. It would hide damage, so check before. */
export function sealAll(db: WriteDb, table: SealedTable): void {
  statement(db, `UPDATE ${table} SET digest = ${digestOf(db, table)}`).run();
}

export type RowState = 'whole' | 'damaged' | 'gone';

/** Whether the row is as it was sealed. @throws SqliteError where the row cannot even be read */
export function rowState(db: ReadDb, table: SealedTable, id: number): RowState {
  const whole = statement<number>(
    db,
    `SELECT digest = ${digestOf(db, table)} FROM ${table} WHERE ${keyColumns[table]} = ?`,
  )
    .pluck()
    .get(id);
  if (whole === undefined) return 'gone';
  return whole === 1 ? 'whole' : 'damaged';
}

/** The keys of all rows in order, or of those behind one of them. */
export function findSealedIds(
  db: ReadDb,
  table: SealedTable,
  { after, limit } = { after: Number.MIN_SAFE_INTEGER, limit: -1 },
): number[] {
  const key = keyColumns[table];
  return statement<number>(
    db,
    `SELECT ${key} FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ?`,
  )
    .pluck()
    .all(after, limit);
}

export interface SealedRow {
  readonly id: number;
  readonly digest: Uint8Array;
  readonly isWhole: boolean;
}

/** Every row of a table in order, each read once. @throws SqliteError where one cannot be read */
export function* sealedRows(db: ReadDb, table: SealedTable): Generator<SealedRow> {
  const key = keyColumns[table];
  const rows = statement<{ id: number; digest: Uint8Array; whole: number }>(
    db,
    `SELECT ${key} AS id, digest, digest = ${digestOf(db, table)} AS whole FROM ${table} ORDER BY ${key}`,
  ).iterate();
  for (const { id, digest, whole } of rows) yield { id, digest, isWhole: whole === 1 };
}

/** Those that a library has, which an older one may not all. */
export function sealedTablesIn(db: ReadDb): SealedTable[] {
  const names = statement<string>(db, `SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all();
  return sealedTables.filter((table) => names.includes(table));
}

const expressions = new WeakMap<ReadDb, Map<SealedTable, string>>();

interface SealedInsert {
  /** As the row has them. */
  readonly given: readonly string[];
  readonly sql: string;
  /** In the order in which they are hashed. */
  readonly names: readonly string[];
}
/** The last of each table: whoever inserts thousands gives all of them the same columns. */
const inserts = new WeakMap<ReadDb, Map<SealedTable, SealedInsert>>();

/** After the schema changed on this connection. */
export function forgetColumns(db: ReadDb): void {
  expressions.delete(db);
  inserts.delete(db);
}

function insertOf(db: ReadDb, table: SealedTable, given: readonly string[]): SealedInsert {
  let ofDb = inserts.get(db);
  if (!ofDb) {
    ofDb = new Map();
    inserts.set(db, ofDb);
  }
  let insert = ofDb.get(table);
  if (!insert || !isSame(insert.given, given)) {
    const unnamed = statement<string>(
      db,
      `SELECT name FROM pragma_table_info(?) WHERE dflt_value IS NOT NULL AND name <> 'digest'`,
    )
      .pluck()
      .all(table)
      .filter((name) => !given.includes(name));
    if (unnamed.length > 0)
      throw new Error(`A new ${table} needs a value for ${unnamed.join(', ')}`);
    const names = given.toSorted();
    const places = names.map(() => '?');
    const sql = `INSERT INTO ${table} (${names.join(', ')}, digest) VALUES (${places.join(', ')}, ?)`;
    insert = { given, sql, names };
    ofDb.set(table, insert);
  }
  return insert;
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((name, at) => name === others[at]);

function digestOf(db: ReadDb, table: SealedTable): string {
  let ofDb = expressions.get(db);
  if (!ofDb) {
    ofDb = new Map();
    expressions.set(db, ofDb);
  }
  let expression = ofDb.get(table);
  if (!expression) {
    const columns = statement<string>(
      db,
      `SELECT name FROM pragma_table_info(?) WHERE name <> 'digest' ORDER BY name`,
    )
      .pluck()
      .all(table);
    expression = `row_digest('${table}', ${columns.map((name) => `'${name}', ${name}`).join(', ')})`;
    ofDb.set(table, expression);
  }
  return expression;
}
