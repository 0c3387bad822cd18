// Answers which versions an article has, and what differs between two of them.
import { requireId } from '../articles/require-articles.ts';
import type { Answers, ReadContext } from '../context.ts';
import { compareSnapshots } from './compare-snapshots.ts';
import { findSnapshots } from './version-repo.ts';

export function snapshotQueries({
  db,
}: ReadContext): Answers<'snapshots.ofArticle' | 'snapshots.compare'> {
  return {
    'snapshots.ofArticle': ({ uid }) => findSnapshots(db, requireId(db, uid)),
    'snapshots.compare': ({ from, to }) => compareSnapshots(db, from, to),
  };
}
