// Rows by the columns that their schema names, read and written.
import type { z } from 'zod';
import { type ReadDb, statement, type WriteDb } from '../../storage/database.ts';

type Row = Readonly<Record<string, unknown>>;
type Shape = z.ZodObject;

/** @param from what stands behind FROM: tables, conditions, order. Written by us, as are the names of columns */
export function readRows<S extends Shape>(
  db: ReadDb,
  schema: S,
  from: string,
  ...values: readonly (string | number)[]
): z.infer<S>[] {
  const columns = Object.keys(schema.shape).map((name) => `one.${name}`);
  // What lies in the database was checked when it came in.
  return statement<z.infer<S>>(db, `SELECT ${columns.join(', ')} FROM ${from}`).all(...values);
}

/** @param beside columns that no schema names: what a row belongs to. @returns the id inside SQL */
export function insertRow(
  db: WriteDb,
  table: string,
  schema: Shape,
  row: Row,
  beside: Readonly<Record<string, string | number | Uint8Array | null>> = {},
): number {
  const names = [...Object.keys(schema.shape), ...Object.keys(beside)];
  const values = names.map((name) => beside[name] ?? row[name] ?? null);
  const places = names.map(() => '?').join(', ');
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`,
  ).run(...values);
  return Number(lastInsertRowid);
}
