// Answers the calls about collections themselves. What is done with them are steps that can be undone.
import { LibraryError } from '#contract/errors.ts';
import { CollectionUid } from '#contract/types/collection.ts';
import type { Answers, WriteContext } from '../context.ts';
import { recordStep } from '../journal/record-step.ts';
import type { ReadDb } from '../storage/database.ts';
import {
  deleteCollection,
  insertCollection,
  moveCollection,
  renameCollection,
} from './collection-changes.ts';
import {
  type CollectionRow,
  childrenOf,
  collectionKey,
  findCollection,
  findRows,
  MAX_COLLECTION_DEPTH,
} from './collection-repo.ts';

/** More than this nobody finds anything in. */
const MAX_COLLECTIONS = 2000;

export function collectionCommands(
  context: WriteContext,
): Answers<'collections.add' | 'collections.change' | 'collections.move' | 'collections.remove'> {
  const { db } = context;
  const now = () => context.ports.clock.now();
  return {
    'collections.add': ({ name, parent }) => {
      const uid = CollectionUid.parse(context.newUid());
      const change = recordStep(context, { kind: 'make-collection', subject: name }, (record) => {
        const rows = findRows(db);
        if (rows.length >= MAX_COLLECTIONS) {
          throw new LibraryError('too_large', `There are ${MAX_COLLECTIONS} collections at most.`);
        }
        const parentId = parentOf(db, parent);
        refuseDepth(depthOf(rows, parentId) + 1);
        refuseTwins(rows, { name, parentId, id: null });
        record(insertCollection(db, { uid, name, parentId }, now()));
        return 1;
      });
      return { ...change, uid };
    },

    'collections.change': ({ uid, name }) => {
      const { id, name: before, parentId } = requireCollection(db, uid);
      return recordStep(context, { kind: 'rename-collection', subject: before }, (record) => {
        refuseTwins(findRows(db), { name, parentId, id });
        const change = renameCollection(db, id, name, now());
        if (change) record(change);
        return change ? 1 : 0;
      });
    },

    'collections.move': ({ uid, parent, to }) => {
      const { id, name } = requireCollection(db, uid);
      return recordStep(context, { kind: 'move-collection', subject: name }, (record) => {
        const parentId = parentOf(db, parent);
        const rows = findRows(db);
        refuseCircle(rows, id, parentId);
        refuseDepth(depthOf(rows, parentId) + heightOf(rows, id));
        refuseTwins(rows, { name, parentId, id });
        const changes = moveCollection(db, id, { parentId, to }, now());
        for (const change of changes) record(change);
        return changes.length === 0 ? 0 : 1;
      });
    },

    'collections.remove': ({ uid }) => {
      const row = requireCollection(db, uid);
      return recordStep(context, { kind: 'remove-collection', subject: row.name }, (record) =>
        deleteCollection(db, row, record),
      );
    },
  };
}

/** @throws LibraryError not_found */
export function requireCollection(db: ReadDb, uid: CollectionUid): CollectionRow {
  const found = findCollection(db, uid);
  if (!found) throw new LibraryError('not_found', 'This collection is not there any more.');
  return found;
}

const parentOf = (db: ReadDb, uid: CollectionUid | null): number | null =>
  uid === null ? null : requireCollection(db, uid).id;

/** 0 for none, 1 for one that is in no other. */
function depthOf(rows: readonly CollectionRow[], id: number | null): number {
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  let depth = 0;
  // Bounded, should a damaged file hold a circle.
  for (let at = id; at !== null && depth <= MAX_COLLECTION_DEPTH; at = parents.get(at) ?? null)
    depth++;
  return depth;
}

/** Levels of a collection and those in it. */
function heightOf(rows: readonly CollectionRow[], id: number): number {
  const within = childrenOf(rows);
  const height = (of: number): number =>
    1 + Math.max(0, ...(within.get(of) ?? []).map((child) => height(child.id)));
  return height(id);
}

function refuseDepth(depth: number): void {
  if (depth <= MAX_COLLECTION_DEPTH) return;
  throw new LibraryError(
    'too_large',
    `Collections can be ${MAX_COLLECTION_DEPTH} deep at most. Nothing was changed.`,
  );
}

/** @param parentId where it would go to */
function refuseCircle(rows: readonly CollectionRow[], id: number, parentId: number | null): void {
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  for (let at = parentId; at !== null; at = parents.get(at) ?? null) {
    if (at !== id) continue;
    throw new LibraryError(
      'conflict',
      'A collection cannot be put into itself, or into one that is in it.',
    );
  }
}

/** @param wanted `id` of the one that may be called so, being the same */
function refuseTwins(
  rows: readonly CollectionRow[],
  wanted: {
    readonly name: string;
    readonly parentId: number | null;
    readonly id: number | null;
  },
): void {
  const key = collectionKey(wanted.name);
  const twin = rows.find(
    (row) =>
      row.parentId === wanted.parentId && row.id !== wanted.id && collectionKey(row.name) === key,
  );
  if (!twin) return;
  throw new LibraryError('conflict', `There is a collection “${twin.name}” here already.`, {
    uid: twin.uid,
  });
}
