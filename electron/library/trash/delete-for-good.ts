// Deletes articles for good: their rows, their entries in the index, and files that nobody else uses. Backups that were made
// before keep all of it.
import { setImmediate as otherWork } from 'node:timers/promises';
import { StepUid } from '#contract/types/ids.ts';
import type { AssetHold } from '../clip/asset-keeper.ts';
import type { WriteContext } from '../context.ts';
import { inTurn, stoppable } from '../journal/large-changes.ts';
import { unindexArticle } from '../search/search-index.ts';
import { transaction, type WriteDb } from '../storage/database.ts';
import { deleteArticle, deleteLooseAssets, findAssetsOf, findTrashed } from './trash-repo.ts';

/** Each takes some milliseconds, most of them in the index. */
const AT_ONCE = 20;

/**
 * Those that are not in the trash, or are not when their turn comes, stay.
 * @param openHold one for all that writes files into a library
 * @returns how many are gone, which is fewer where it was stopped
 */
export function deleteForGood(
  context: WriteContext,
  openHold: () => AssetHold,
  ids: readonly number[],
  signal: AbortSignal,
): Promise<number> {
  const { db, emit, newUid } = context;
  const uid = StepUid.parse(newUid());
  const total = ids.length;
  return inTurn(db, () =>
    stoppable(db, uid, async (stop) => {
      let deleted = 0;
      try {
        for (let at = 0; at < total && !signal.aborted && !stop.aborted; at += AT_ONCE) {
          deleted += await deleteSome(db, openHold, ids.slice(at, at + AT_ONCE));
          if (total > AT_ONCE) {
            emit({ kind: 'many-changing', uid, done: Math.min(total, at + AT_ONCE), total });
          }
          await otherWork();
        }
      } finally {
        if (deleted > 0) {
          emit({
            kind: 'changed',
            topics: ['articles', 'counts', 'tags', 'collections', 'journal'],
          });
        }
        if (total > AT_ONCE) emit({ kind: 'many-changed', uid });
      }
      return deleted;
    }),
  );
}

async function deleteSome(
  db: WriteDb,
  openHold: () => AssetHold,
  ids: readonly number[],
): Promise<number> {
  const { trashed, loose } = transaction(db, () => {
    const trashed = findTrashed(db, ids);
    const named = trashed.flatMap((id) => findAssetsOf(db, id));
    for (const id of trashed) {
      unindexArticle(db, id);
      deleteArticle(db, id);
    }
    return { trashed, loose: deleteLooseAssets(db, [...new Set(named)]) };
  });
  // After the commit: a file without a row does no harm, a row without its file does. Through the keeper, since a clip that is
  // under way may be about to name the same content.
  const hold = openHold();
  for (const name of loose) hold.claim(name);
  await hold.release();
  return trashed.length;
}
