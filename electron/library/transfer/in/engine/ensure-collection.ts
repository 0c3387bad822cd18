// The collection that a folder of another program becomes: found by its path, made where it is not there.

import { insertCollection } from '../../../collections/collection-changes.ts';
import { findCollectionWithin } from '../../../collections/collection-repo.ts';
import type { WriteContext } from '../../../context.ts';
import type { RowChange } from '../../../journal/rows.ts';

/** Part of a transaction. @param path names from the root, one at least. @returns the id of the innermost */
export function ensureCollection(
  { db, newUid, ports }: WriteContext,
  path: readonly string[],
  record: (change: RowChange) => void,
): number {
  const found = path.reduce<number | null>((parentId, name) => {
    const known = findCollectionWithin(db, parentId, name);
    if (known !== null) return known;
    const made = insertCollection(db, { uid: newUid(), name, parentId }, ports.clock.now());
    record(made);
    return Number(made.key.id);
  }, null);
  if (found === null) throw new Error('a path has one name at least');
  return found;
}
