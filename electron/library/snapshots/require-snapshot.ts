// A version that a call names: it is there, or the call is refused.
import { LibraryError } from '#contract/errors.ts';
import type { SnapshotUid } from '#contract/types/snapshot.ts';
import { findSnapshotByUid, type StoredSnapshot } from '../clip/snapshot-repo.ts';
import type { ReadDb } from '../storage/database.ts';

/** @throws LibraryError not_found */
export function requireSnapshot(db: ReadDb, uid: SnapshotUid): StoredSnapshot {
  const snapshot = findSnapshotByUid(db, uid);
  if (!snapshot) throw versionNotFound();
  return snapshot;
}

export const versionNotFound = (): LibraryError =>
  new LibraryError('not_found', 'This version is not in the library any more.');
