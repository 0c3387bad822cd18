// Changes of collections themselves, made together with what undoes them. Each is part of a transaction.
import {
  deleteRow,
  findRow,
  type RowChange,
  updateRow,
  type Values,
  wholeColumns,
} from '../journal/rows.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { type CollectionRow, childrenOf, collectionKey, findRows } from './collection-repo.ts';
import { findMembers, removeMember } from './member-changes.ts';

const table = 'collection';
type Record = (change: RowChange) => void;

/** At the end of its siblings. */
export function insertCollection(
  db: WriteDb,
  made: { readonly uid: string; readonly name: string; readonly parentId: number | null },
  now: number,
): RowChange {
  const { uid, name, parentId } = made;
  const after = {
    uid,
    name,
    name_key: collectionKey(name),
    parent_id: parentId,
    position: nextPosition(db, parentId),
    created_at: now,
  };
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO collection (id, uid, name, name_key, parent_id, position, created_at)
      VALUES ((SELECT last + 1 FROM collection_sequence), ?, ?, ?, ?, ?, ?)`,
  ).run(...Object.values(after));
  return { table, key: { id: Number(lastInsertRowid) }, before: null, after };
}

function nextPosition(db: ReadDb, parentId: number | null): number {
  const found = statement<number>(
    db,
    'SELECT coalesce(max(position) + 1, 0) FROM collection WHERE parent_id IS ?',
  );
  return found.pluck().get(parentId) ?? 0;
}

/** @returns null where it is called so already */
export function renameCollection(
  db: WriteDb,
  id: number,
  name: string,
  now: number,
): RowChange | null {
  return setCollection(db, id, { name, name_key: collectionKey(name) }, now);
}

/** Puts it at a place among those in another, counted from 0; the others keep their order. */
export function moveCollection(
  db: WriteDb,
  id: number,
  place: { readonly parentId: number | null; readonly to: number },
  now: number,
): RowChange[] {
  const { parentId, to } = place;
  const siblings = (childrenOf(findRows(db)).get(parentId) ?? []).filter((one) => one.id !== id);
  const order = siblings.map((one) => one.id).toSpliced(to, 0, id);
  return order.flatMap((one, position) => {
    const wanted = one === id ? { parent_id: parentId, position } : { position };
    return setCollection(db, one, wanted, now) ?? [];
  });
}

/** With all that are in it; their articles stay in the library. @returns how many collections are gone */
export function deleteCollection(db: WriteDb, top: CollectionRow, record: Record): number {
  const within = childrenOf(findRows(db));
  let gone = 0;
  const remove = (id: number) => {
    // From the innermost on: Undo, which goes backwards, then finds each in its place.
    for (const child of within.get(id) ?? []) remove(child.id);
    for (const member of findMembers(db, id)) record(removeMember(db, member));
    const before = findRow(db, table, { id }, wholeColumns(table));
    deleteRow(db, table, { id });
    record({ table, key: { id }, before, after: null });
    gone++;
  };
  remove(top.id);
  return gone;
}

/** @returns null where it is so already */
function setCollection(db: WriteDb, id: number, wanted: Values, now: number): RowChange | null {
  const current = findRow(db, table, { id }, Object.keys(wanted));
  const changed = Object.entries(wanted).filter(([column, value]) => current?.[column] !== value);
  if (!current || changed.length === 0) return null;
  const after = Object.fromEntries(changed);
  const before = Object.fromEntries(changed.map(([column]) => [column, current[column] ?? null]));
  updateRow(db, table, { id }, after, now);
  return { table, key: { id }, before, after };
}
