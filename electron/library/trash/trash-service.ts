// Answers the call that deletes for good: the one thing that Undo does not bring back.
import { LibraryError } from '#contract/errors.ts';
import { idsOf } from '../articles/named-articles.ts';
import type { AssetHold } from '../clip/asset-keeper.ts';
import type { Answers, WriteContext } from '../context.ts';
import { deleteForGood } from './delete-for-good.ts';
import { findTrashed } from './trash-repo.ts';

export function trashCommands(
  context: WriteContext,
  openHold: () => AssetHold,
): Answers<'articles.deleteForGood'> {
  return {
    'articles.deleteForGood': async (articles, signal) => {
      const ids = await idsOf(context, articles, signal);
      const trashed = findTrashed(context.db, ids);
      if (trashed.length < ids.length) {
        throw new LibraryError(
          'conflict',
          'Only what is in the trash can be deleted for good. Nothing was deleted.',
        );
      }
      return { deleted: await deleteForGood(context, openHold, trashed, signal) };
    },
  };
}
