// Changes of saved searches, made together with what undoes them. Each is part of a transaction.
import type { SavedSearchUid } from '#contract/types/saved-search.ts';
import {
  deleteRow,
  findRow,
  insertRow,
  type RowChange,
  updateRow,
  type Values,
  wholeColumns,
} from '../journal/rows.ts';
import type { WriteDb } from '../storage/database.ts';
import { findPositions } from './saved-search-repo.ts';

const table = 'saved_search';

/** At the end of the others. */
export function insertSavedSearch(
  db: WriteDb,
  search: { readonly uid: string; readonly name: string; readonly query: string },
  now: number,
): RowChange {
  const { uid, name, query } = search;
  const last = findPositions(db).at(-1);
  const after = { name, query, position: last ? last.position + 1 : 0, created_at: now };
  insertRow(db, table, { uid }, after);
  return { table, key: { uid }, before: null, after };
}

/** @returns null where it is so already */
export function setSavedSearch(
  db: WriteDb,
  uid: SavedSearchUid,
  wanted: Values,
  now: number,
): RowChange | null {
  const current = findRow(db, table, { uid }, Object.keys(wanted));
  const changed = Object.entries(wanted).filter(([column, value]) => current?.[column] !== value);
  if (!current || changed.length === 0) return null;
  const after = Object.fromEntries(changed);
  const before = Object.fromEntries(changed.map(([column]) => [column, current[column] ?? null]));
  updateRow(db, table, { uid }, after, now);
  return { table, key: { uid }, before, after };
}

/** Puts it at a place among all of them, counted from 0; the others keep their order. */
export function moveSavedSearch(
  db: WriteDb,
  uid: SavedSearchUid,
  to: number,
  now: number,
): RowChange[] {
  const others = findPositions(db)
    .map((one) => one.uid)
    .filter((one) => one !== uid);
  const order = others.toSpliced(to, 0, uid);
  return order.flatMap((one, position) => setSavedSearch(db, one, { position }, now) ?? []);
}

export function deleteSavedSearch(db: WriteDb, uid: SavedSearchUid): RowChange {
  const before = findRow(db, table, { uid }, wholeColumns(table));
  deleteRow(db, table, { uid });
  return { table, key: { uid }, before, after: null };
}
