// SQL of saved searches, in the order that the reader gave them.
import type { SavedSearch, SavedSearchUid } from '#contract/types/saved-search.ts';
import { type ReadDb, statement } from '../storage/database.ts';

const ORDER = 'ORDER BY position, id';

export function findSavedSearches(db: ReadDb): SavedSearch[] {
  return statement<SavedSearch>(db, `SELECT uid, name, query FROM saved_search ${ORDER}`).all();
}

export function findSavedSearch(db: ReadDb, uid: SavedSearchUid): SavedSearch | null {
  const found = statement<SavedSearch>(
    db,
    'SELECT uid, name, query FROM saved_search WHERE uid = ?',
  ).get(uid);
  return found ?? null;
}

/** The one that asks the very same, where there is one. */
export function findSavedQuery(db: ReadDb, query: string): SavedSearch | null {
  const found = statement<SavedSearch>(
    db,
    `SELECT uid, name, query FROM saved_search WHERE query = ? ${ORDER} LIMIT 1`,
  ).get(query);
  return found ?? null;
}

/** Each with its place, in order; places may have gaps. */
export function findPositions(
  db: ReadDb,
): { readonly uid: SavedSearchUid; readonly position: number }[] {
  return statement<{ uid: SavedSearchUid; position: number }>(
    db,
    `SELECT uid, position FROM saved_search ${ORDER}`,
  ).all();
}
