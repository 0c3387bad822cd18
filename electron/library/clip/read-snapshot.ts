// Makes reader content from a stored page, with today's page reader: the snapshot stays as it is, and nothing is fetched.
import { LibraryError } from '#contract/errors.ts';
import type { PageInput, ParsedPage } from '#contract/page.ts';
import type { WriteContext } from '../context.ts';
import { assetNameOf } from '../storage/asset-store.ts';
import type { AssetHold } from './asset-keeper.ts';
import { gatherImages } from './gather-images.ts';
import { contentOf, type NewContent } from './replace-content.ts';
import type { StoredSnapshot } from './snapshot-repo.ts';
import { storedPictures } from './stored-pictures.ts';

/** Of a page that was kept without having been read. */
export const UNKNOWN_CHARSET = 'unknown';

/** @throws LibraryError library_damaged, and whatever the parser throws */
export async function readSnapshot(
  context: WriteContext,
  snapshot: StoredSnapshot,
  signal: AbortSignal,
): Promise<ParsedPage> {
  return context.ports.parser.read(await storedPage(context, snapshot), signal);
}

/** A snapshot as the page reader gets it. @throws LibraryError library_damaged */
export async function storedPage(
  { assets }: Pick<WriteContext, 'assets'>,
  snapshot: StoredSnapshot,
): Promise<PageInput> {
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
  return { bytes, kind, charset, url, name };
}

/** With the pictures that its article has. @throws LibraryError as `readSnapshot`, and cancelled, disk_full, read_only */
export async function withStoredPictures(
  { db, assets, ports }: WriteContext,
  articleId: number,
  page: ParsedPage,
  hold: AssetHold,
  signal: AbortSignal,
): Promise<NewContent> {
  const { withReason, ...pictures } = storedPictures(db, assets, articleId);
  const gathered = await gatherImages(
    page.images,
    { ...pictures, log: ports.log, hold, pageUrl: null, allowHosts: [] },
    signal,
  );
  return contentOf(page, gathered.map(withReason));
}
