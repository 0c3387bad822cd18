// Reads the page that an article was made from once more, with today's page reader: what was saved stays as it is, and
// what was made from it is made anew.
import { LibraryError } from '#contract/errors.ts';
import type { Reread } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { awaitsText } from '../articles/awaited-repo.ts';
import { findContent } from '../articles/content-repo.ts';
import { requireId } from '../articles/require-articles.ts';
import { changedMeanwhile, findEditsKey } from '../blocks/edit-repo.ts';
import type { WriteContext } from '../context.ts';
import { type FindPlace, placesAhead } from '../highlights/reanchor.ts';
import { transaction } from '../storage/database.ts';
import { toStorageError } from '../storage/storage-error.ts';
import { adoptDescription, type PageDescription } from './adopt-description.ts';
import type { AssetHold } from './asset-keeper.ts';
import { readSnapshot, withStoredPictures } from './read-snapshot.ts';
import { type NewContent, replaceContent } from './replace-content.ts';
import { findSnapshotInUse } from './snapshot-repo.ts';

/**
 * Ends with the new content in place of the old, or with everything as it was. What was once let in as an article stays one:
 * that today's reader would take its page for something else (`standIn`) is not asked here.
 * @throws LibraryError not_found, library_damaged (the snapshot), nothing_to_read (less than before), cancelled, disk_full,
 * and whatever the parser throws
 */
export async function rereadArticle(
  context: WriteContext,
  openHold: () => AssetHold,
  uid: ArticleUid,
  signal: AbortSignal,
): Promise<Reread> {
  const { db } = context;
  const articleId = requireId(db, uid);
  const snapshot = findSnapshotInUse(db, articleId);
  if (!snapshot) {
    throw new LibraryError(
      'not_found',
      awaitsText(db, articleId)
        ? 'The page of this article was not fetched yet.'
        : 'The page from which this article was made is missing.',
    );
  }
  const page = await readSnapshot(context, snapshot, signal);
  const hold = openHold();
  try {
    const content = await withStoredPictures(context, articleId, page, hold, signal);
    const find = await placesAhead(db, articleId, page.readerText, signal);
    if (signal.aborted) throw new LibraryError('cancelled', 'Reading it again was cancelled.');
    if (page.editsKey !== findEditsKey(db, articleId)) throw changedMeanwhile();
    const outcome = commit(context, { articleId, snapshotId: snapshot.id }, page, content, find);
    context.emit({ kind: 'changed', topics: ['articles', 'highlights', 'links'] });
    return outcome;
  } finally {
    await hold.release();
  }
}

function commit(
  { db, ports }: WriteContext,
  target: { readonly articleId: number; readonly snapshotId: number },
  page: PageDescription,
  content: NewContent,
  find: FindPlace,
): Reread {
  const now = ports.clock.now();
  const { html, readerText } = content;
  try {
    return transaction(db, () => {
      const before = findContent(db, target.articleId);
      if (before?.readerText.trim() && !readerText.trim()) {
        throw new LibraryError(
          'nothing_to_read',
          'Nothing to read was found this time. The article was left as it is.',
        );
      }
      adoptDescription(db, target.articleId, page, now);
      const found = replaceContent(db, target, content, now, find);
      const changed = before?.html !== html || before.readerText !== readerText;
      return { ...found, changed };
    });
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
}
