// The content of an article as it is, or would be, with edits of its reader: always made anew from the snapshot in use.
import { LibraryError } from '#contract/errors.ts';
import type { BlockEdit, EditOutcome } from '#contract/types/block.ts';
import type { AssetHold } from '../clip/asset-keeper.ts';
import { readSnapshot, withStoredPictures } from '../clip/read-snapshot.ts';
import type { NewContent } from '../clip/replace-content.ts';
import { findSnapshotInUse, type StoredSnapshot } from '../clip/snapshot-repo.ts';
import type { WriteContext } from '../context.ts';
import { type FindPlace, placesAhead } from '../highlights/reanchor.ts';
import type { ReadDb } from '../storage/database.ts';

export interface EditedContent {
  readonly articleId: number;
  readonly snapshotId: number;
  readonly content: NewContent;
  /** One for each edit. */
  readonly edited: readonly EditOutcome[];
  readonly find: FindPlace;
}

/** @throws LibraryError library_damaged, nothing_to_read, cancelled, disk_full, and whatever the parser throws */
export async function readWithEdits(
  context: WriteContext,
  articleId: number,
  edits: readonly BlockEdit[],
  hold: AssetHold,
  signal: AbortSignal,
): Promise<EditedContent> {
  const snapshot = requireWebPage(context.db, articleId);
  const page = await readSnapshot(context, snapshot, signal, edits);
  const content = await withStoredPictures(context, articleId, page, hold, signal);
  const find = await placesAhead(context.db, articleId, content.readerText, signal);
  if (signal.aborted) throw new LibraryError('cancelled', 'It was cancelled. Nothing was changed.');
  return { articleId, snapshotId: snapshot.id, content, edited: page.edited ?? [], find };
}

/** @throws LibraryError not_found, and unsupported_type where nothing can have been left out */
export function requireWebPage(db: ReadDb, articleId: number): StoredSnapshot {
  const snapshot = findSnapshotInUse(db, articleId);
  if (!snapshot) {
    throw new LibraryError('not_found', 'The page from which this article was made is missing.');
  }
  if (snapshot.kind === 'html') return snapshot;
  throw new LibraryError(
    'unsupported_type',
    snapshot.kind === 'pdf'
      ? 'This article was made from a PDF, of which all pages are shown: nothing was left out.'
      : 'This article was made from a text, and holds all of it: nothing was left out.',
  );
}
