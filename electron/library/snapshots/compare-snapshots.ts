// Answers what differs between two versions of an article.
import { LibraryError } from '#contract/errors.ts';
import type { Comparison } from '#contract/types/comparison.ts';
import type { SnapshotUid } from '#contract/types/snapshot.ts';
import type { StoredSnapshot } from '../clip/snapshot-repo.ts';
import type { ReadDb } from '../storage/database.ts';
import { compareTexts } from './compare/compare-texts.ts';
import { findTextOf } from './content-rows.ts';
import { requireSnapshot, versionNotFound } from './require-snapshot.ts';
import { findSnapshots } from './version-repo.ts';

/** @throws LibraryError not_found, invalid_input (of two articles) */
export function compareSnapshots(db: ReadDb, from: SnapshotUid, to: SnapshotUid): Comparison {
  const [older, newer] = [requireSnapshot(db, from), requireSnapshot(db, to)];
  if (older.articleId !== newer.articleId) {
    throw new LibraryError('invalid_input', 'These are not versions of the same article.');
  }
  const versions = findSnapshots(db, older.articleId);
  const [first, second] = [from, to].map((uid) => versions.find((version) => version.uid === uid));
  if (!first || !second) throw versionNotFound();
  const texts = compareTexts(requireText(db, older), requireText(db, newer));
  return { from: first, to: second, ...texts };
}

function requireText(db: ReadDb, snapshot: StoredSnapshot): string {
  const text = findTextOf(db, snapshot.articleId, snapshot.id);
  if (text !== null) return text;
  throw new LibraryError(
    'not_found',
    'One of these versions has not been read yet: show it once, then compare.',
  );
}
