// Which articles a collection holds, and their order, changed together with what undoes it. Each is part of a transaction.
import { deleteRow, findRow, type RowChange, updateRow } from '../journal/rows.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

const table = 'collection_article';

/** Between neighbours, so that an article is put between two others by changing its own row alone. */
const GAP = 2 ** 20;

export interface Member {
  readonly collection_id: number;
  readonly article_id: number;
  readonly position: number;
}

/** In their order, those in the trash too. */
export function findMembers(db: ReadDb, collectionId: number): Member[] {
  return statement<Member>(
    db,
    `SELECT collection_id, article_id, position FROM collection_article
      WHERE collection_id = ? ORDER BY position, article_id`,
  ).all(collectionId);
}

/** Ids of the collections that an article is in. */
export function findCollectionIds(db: ReadDb, articleId: number): number[] {
  const found = statement<number>(
    db,
    'SELECT collection_id FROM collection_article WHERE article_id = ? ORDER BY collection_id',
  );
  return found.pluck().all(articleId);
}

/** At the end, in the order given; those that are in it already stay where they are. */
export function addMembers(
  db: WriteDb,
  collectionId: number,
  articleIds: readonly number[],
): RowChange[] {
  const last = statement<number>(
    db,
    'SELECT max(position) FROM collection_article WHERE collection_id = ?',
  );
  // One statement for each: there may be a hundred thousand.
  const insert = statement(
    db,
    `INSERT INTO collection_article (collection_id, article_id, position) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING`,
  );
  let position = last.pluck().get(collectionId) ?? 0;
  return articleIds.flatMap((articleId): RowChange[] => {
    const { changes } = insert.run(collectionId, articleId, position + GAP);
    if (changes === 0) return [];
    position += GAP;
    const key = { collection_id: collectionId, article_id: articleId };
    return [{ table, key, before: null, after: { position } }];
  });
}

export function removeMember(db: WriteDb, member: Member): RowChange {
  const { position, ...key } = member;
  deleteRow(db, table, key);
  return { table, key, before: { position }, after: null };
}

/** @returns null where the article is not in the collection */
export function findMember(db: ReadDb, collectionId: number, articleId: number): Member | null {
  const key = { collection_id: collectionId, article_id: articleId };
  const row = findRow(db, table, key, ['position']);
  return row && { ...key, position: Number(row.position) };
}

/**
 * Puts articles, in the order they are given, before another one of the collection, or at its end.
 * @param moved without `before`
 */
export function arrangeMembers(
  db: WriteDb,
  collectionId: number,
  moved: readonly number[],
  before: number | null,
  now: number,
): RowChange[] {
  const all = findMembers(db, collectionId);
  const going = new Set(moved);
  const staying = all.filter((one) => !going.has(one.article_id));
  const found = staying.findIndex((one) => one.article_id === before);
  const at = found < 0 ? staying.length : found;
  const order = staying.map((one) => one.article_id).toSpliced(at, 0, ...moved);
  if (order.every((articleId, n) => articleId === all[n]?.article_id)) return [];
  const places = placesBetween(staying[at - 1]?.position, staying[at]?.position, moved.length);
  const current = new Map(all.map((one) => [one.article_id, one.position]));
  const set = (articleId: number, position: number): RowChange[] => {
    const was = current.get(articleId);
    if (was === undefined || was === position) return [];
    const key = { collection_id: collectionId, article_id: articleId };
    const after = { position };
    updateRow(db, table, key, after, now);
    return [{ table, key, before: { position: was }, after }];
  };
  if (places) return moved.flatMap((articleId, n) => set(articleId, places[n] as number));
  // No room is left between the two: everything gets places anew.
  return order.flatMap((articleId, n) => set(articleId, (n + 1) * GAP));
}

/** @returns null where there are not so many whole numbers between the two */
function placesBetween(
  low: number | undefined,
  high: number | undefined,
  count: number,
): number[] | null {
  const from = low ?? (high === undefined ? 0 : high - GAP * (count + 1));
  const step = high === undefined ? GAP : Math.floor((high - from) / (count + 1));
  if (step < 1) return null;
  return Array.from({ length: count }, (_, n) => from + step * (n + 1));
}
