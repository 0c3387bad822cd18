// SQL of collections: the tree that they are, in the reader's order. A collection's article count is kept by triggers.
import type { Collection, CollectionUid } from '#contract/types/collection.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { tagKey } from '../tags/tag-repo.ts';

export interface CollectionRow {
  readonly id: number;
  readonly uid: CollectionUid;
  readonly name: string;
  readonly parentId: number | null;
  readonly articleCount: number;
}

/** Levels of collections in collections; deeper ones nobody finds again. */
export const MAX_COLLECTION_DEPTH = 20;

/** What two spellings of a name have in common; paths of names are written `a/b`, with spaces or without. */
export const collectionKey = (name: string): string => tagKey(name).replace(/\s*\/\s*/g, '/');

const COLUMNS = 'id, uid, name, parent_id AS parentId, article_count AS articleCount';

/** All of them, each with its siblings in order. There are so few that whoever asks for one part of the tree sorts it out. */
export function findRows(db: ReadDb): CollectionRow[] {
  return statement<CollectionRow>(
    db,
    `SELECT ${COLUMNS} FROM collection ORDER BY position, id`,
  ).all();
}

export function findCollection(db: ReadDb, uid: CollectionUid): CollectionRow | null {
  const found = statement<CollectionRow>(db, `SELECT ${COLUMNS} FROM collection WHERE uid = ?`);
  return found.get(uid) ?? null;
}

/** The first of this name, in any spelling, that is right in another; null for the root. */
export function findCollectionWithin(
  db: ReadDb,
  parentId: number | null,
  name: string,
): number | null {
  const found = statement<number>(
    db,
    'SELECT id FROM collection WHERE parent_id IS ? AND name_key = ? ORDER BY position LIMIT 1',
  );
  return found.pluck().get(parentId, collectionKey(name)) ?? null;
}

/** As the sidebar shows them: each before those that are in it. */
export function findTree(db: ReadDb): Collection[] {
  const rows = findRows(db);
  const uids = new Map(rows.map(({ id, uid }) => [id, uid]));
  const within = childrenOf(rows);
  const shown: Collection[] = [];
  const show = (parentId: number | null) => {
    for (const { id, uid, name, articleCount } of within.get(parentId) ?? []) {
      const parent = parentId === null ? null : (uids.get(parentId) ?? null);
      shown.push({ uid, name, parent, articleCount });
      show(id);
    }
  };
  show(null);
  return shown;
}

export function childrenOf(rows: readonly CollectionRow[]): Map<number | null, CollectionRow[]> {
  const within = new Map<number | null, CollectionRow[]>();
  for (const row of rows) {
    const siblings = within.get(row.parentId);
    if (siblings) siblings.push(row);
    else within.set(row.parentId, [row]);
  }
  return within;
}

/** Uids of the collections that an article is in. */
export function findCollectionsOf(db: ReadDb, articleId: number): CollectionUid[] {
  return statement<CollectionUid>(
    db,
    `SELECT collection.uid FROM collection_article
      JOIN collection ON collection.id = collection_article.collection_id
      WHERE collection_article.article_id = ? ORDER BY collection.name_key, collection.id`,
  )
    .pluck()
    .all(articleId);
}

export interface CollectionPath {
  /** `a/b`, as it is written in a search. */
  readonly path: string;
  readonly count: number;
}

/** Collections whose path has this in it; those of which the name begins so come first, then the fullest. */
export function findPathsWith(db: ReadDb, typed: string, limit: number): CollectionPath[] {
  const key = collectionKey(typed.trim());
  return statement<CollectionPath>(
    db,
    `WITH RECURSIVE path (id, path, key, name_key, count) AS (
        SELECT id, name, name_key, name_key, article_count FROM collection WHERE parent_id IS NULL
        UNION ALL
        SELECT collection.id, path.path || '/' || collection.name, path.key || '/' || collection.name_key,
          collection.name_key, collection.article_count
        FROM path JOIN collection ON collection.parent_id = path.id)
      SELECT path, count FROM path WHERE instr(key, ?) > 0
      ORDER BY instr(name_key, ?) <> 1, count DESC, key LIMIT ?`,
  ).all(key, key, limit);
}

/**
 * Ids of the collections with this name or path, and of all that are in them, as a SELECT for a condition of a search. The end of a path is
 * enough: `b` and `a/b` both name b in a.
 */
export function collectionsNamed(name: string): { sql: string; values: [string, string] } {
  const end = `/${collectionKey(name)}`;
  return {
    sql: `WITH RECURSIVE path (id, key) AS (
        SELECT id, '/' || name_key FROM collection WHERE parent_id IS NULL
        UNION ALL
        SELECT collection.id, path.key || '/' || collection.name_key
        FROM path JOIN collection ON collection.parent_id = path.id
      ), within (id) AS (
        SELECT id FROM path WHERE substr(key, -length(?)) = ?
        UNION
        SELECT collection.id FROM within JOIN collection ON collection.parent_id = within.id
      ) SELECT id FROM within`,
    values: [end, end],
  };
}
