// Reads the page that an article was made from once more, with today's page reader: what was saved stays as it is, and
// what was made from it is made anew.
import { LibraryError } from '#contract/errors.ts';
import type { ParsedPage } from '#contract/page.ts';
import type { Reread } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { findContent } from '../articles/content-repo.ts';
import { requireId } from '../articles/require-articles.ts';
import type { WriteContext } from '../context.ts';
import { type FindPlace, placesAhead } from '../highlights/reanchor.ts';
import { assetNameOf } from '../storage/asset-store.ts';
import { transaction } from '../storage/database.ts';
import { toStorageError } from '../storage/storage-error.ts';
import type { AssetHold } from './asset-keeper.ts';
import { UNKNOWN_CHARSET } from './clip-page.ts';
import { type GatheredImage, gatherImages } from './gather-images.ts';
import { replaceContent } from './replace-content.ts';
import { findSnapshotInUse, type StoredSnapshot } from './snapshot-repo.ts';
import { storedPictures } from './stored-pictures.ts';

/**
 * Ends with the new content in place of the old, or with everything as it was.
 * @throws LibraryError not_found, library_damaged (the snapshot), nothing_to_read (less than before), cancelled, disk_full,
 * and whatever the parser throws
 */
export async function rereadArticle(
  context: WriteContext,
  openHold: () => AssetHold,
  uid: ArticleUid,
  signal: AbortSignal,
): Promise<Reread> {
  const { db, assets, ports } = context;
  const articleId = requireId(db, uid);
  const snapshot = findSnapshotInUse(db, articleId);
  if (!snapshot) {
    throw new LibraryError('not_found', 'The page from which this article was made is missing.');
  }
  const page = await readSnapshot(context, snapshot, signal);
  const hold = openHold();
  try {
    const { withReason, ...pictures } = storedPictures(db, assets, articleId);
    const gathered = await gatherImages(
      page.images,
      { ...pictures, log: ports.log, hold, pageUrl: null, allowHosts: [] },
      signal,
    );
    const find = await placesAhead(db, articleId, page.readerText, signal);
    if (signal.aborted) throw new LibraryError('cancelled', 'Reading it again was cancelled.');
    const images = gathered.map(withReason);
    const outcome = commit(context, { articleId, snapshotId: snapshot.id }, page, images, find);
    context.emit({ kind: 'changed', topics: ['articles', 'highlights', 'links'] });
    return outcome;
  } finally {
    await hold.release();
  }
}

async function readSnapshot(
  { assets, ports }: WriteContext,
  snapshot: StoredSnapshot,
  signal: AbortSignal,
): Promise<ParsedPage> {
  const bytes = await assets.read(snapshot.assetName);
  if (assetNameOf(bytes, 'bin') !== snapshot.assetName) {
    throw new LibraryError(
      'library_damaged',
      'The page of this article is damaged. Nothing was changed.',
    );
  }
  const { kind, url, fileName: name } = snapshot;
  // A page that could not be read was kept with no charset known.
  const charset = snapshot.charset === UNKNOWN_CHARSET ? null : snapshot.charset;
  return ports.parser.read({ bytes, kind, charset, url, name }, signal);
}

function commit(
  { db, ports }: WriteContext,
  target: { readonly articleId: number; readonly snapshotId: number },
  page: ParsedPage,
  images: readonly GatheredImage[],
  find: FindPlace,
): Reread {
  const now = ports.clock.now();
  const { html, readerText, links, excerpt, wordCount, lang, dir, warning } = page;
  try {
    return transaction(db, () => {
      const before = findContent(db, target.articleId);
      if (before?.readerText.trim() && !readerText.trim()) {
        throw new LibraryError(
          'nothing_to_read',
          'Nothing to read was found this time. The article was left as it is.',
        );
      }
      const found = replaceContent(
        db,
        target,
        {
          html,
          readerText,
          links,
          images,
          leadImage: images[page.leadImage]?.picture ? page.leadImage : null,
          facts: { excerpt, wordCount, lang, dir, warning },
        },
        now,
        find,
      );
      const changed = before?.html !== html || before.readerText !== readerText;
      return { ...found, changed };
    });
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
}
