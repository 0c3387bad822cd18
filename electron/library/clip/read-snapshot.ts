// Makes reader content from a stored page, with today's page reader: the snapshot stays as it is, and nothing is fetched.
import { LibraryError } from '#contract/errors.ts';
import type { PageInput } from '#contract/page.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { BlockEdit } from '#contract/types/block.ts';
import { editsKeyOf, findEdits } from '../blocks/edit-repo.ts';
import type { WriteContext } from '../context.ts';
import { findStoredImages } from '../snapshots/content-rows.ts';
import { type AssetStore, assetNameOf } from '../storage/asset-store.ts';
import type { ReadDb } from '../storage/database.ts';
import type { AssetHold } from './asset-keeper.ts';
import { type GatheredImage, gatherImages } from './gather-images.ts';
import { findParts } from './part-repo.ts';
import { contentOf, type EditedPage, type NewContent } from './replace-content.ts';
import { isWhole, type StoredSnapshot } from './snapshot-repo.ts';
import { storedPictures } from './stored-pictures.ts';

/** Of a page that was kept without having been read. */
export const UNKNOWN_CHARSET = 'unknown';

/**
 * @param edits those of the article, or what they would be
 * @throws LibraryError library_damaged, and whatever the parser throws
 */
export async function readSnapshot(
  context: WriteContext,
  snapshot: StoredSnapshot,
  signal: AbortSignal,
  edits: readonly BlockEdit[] = findEdits(context.db, snapshot.articleId),
): Promise<EditedPage> {
  return readEdited(context, await storedPage(context, snapshot), edits, signal);
}

/** A page as the reader of its article wants it. @throws whatever the parser throws */
export async function readEdited(
  { ports }: Pick<WriteContext, 'ports'>,
  input: PageInput,
  edits: readonly BlockEdit[],
  signal: AbortSignal,
): Promise<EditedPage> {
  const wanted = edits.map(({ action, address }) => ({ action, address }));
  const page = await ports.parser.read(
    wanted.length === 0 ? input : { ...input, edits: wanted },
    signal,
  );
  return { ...page, editsKey: editsKeyOf(edits) };
}

/** A snapshot as the page reader gets it. @throws LibraryError library_damaged */
export async function storedPage(
  { db, assets }: Pick<WriteContext, 'db' | 'assets'>,
  snapshot: StoredSnapshot,
): Promise<PageInput> {
  const bytes = await bytesOf(assets, snapshot.assetName);
  const { kind, url, fileName: name } = snapshot;
  // A page that could not be read was kept with no charset known.
  const charset = snapshot.charset === UNKNOWN_CHARSET ? null : snapshot.charset;
  const further: NonNullable<PageInput['further']> = [];
  for (const part of findParts(db, snapshot.id)) {
    further.push({
      bytes: await bytesOf(assets, part.assetName),
      charset: part.charset,
      url: part.url,
    });
  }
  return {
    bytes,
    kind,
    charset,
    url,
    name,
    ...(further.length > 0 && { further }),
    ...(isWhole(db, snapshot.id) && { whole: true }),
  };
}

async function bytesOf(assets: AssetStore, name: AssetName): Promise<Buffer<ArrayBuffer>> {
  const bytes = await assets.read(name);
  if (assetNameOf(bytes, 'bin') === name) return bytes;
  throw new LibraryError(
    'library_damaged',
    'The page of this article is damaged. Nothing was changed.',
  );
}

/** With the pictures that its article has. @throws LibraryError as `readSnapshot`, and cancelled, disk_full, read_only */
export async function withStoredPictures(
  { db, assets, ports }: WriteContext,
  articleId: number,
  page: EditedPage,
  hold: AssetHold,
  signal: AbortSignal,
): Promise<NewContent> {
  const { withReason, ...pictures } = storedPictures(db, assets, articleId);
  const gathered = await gatherImages(
    page.images,
    { ...pictures, log: ports.log, hold, pageUrl: null, allowHosts: [] },
    signal,
  );
  return contentOf(page, [...gathered.map(withReason), ...takenOut(db, articleId, page, gathered)]);
}

/** Pictures of passages that the reader took out stay with the article, behind all others: the passages may come back. */
function takenOut(
  db: ReadDb,
  articleId: number,
  { editsKey }: EditedPage,
  gathered: readonly GatheredImage[],
): GatheredImage[] {
  if (editsKey === '') return [];
  const known = new Set(gathered.map(({ url }) => url));
  return findStoredImages(db, articleId).filter(({ url }) => !known.has(url));
}
