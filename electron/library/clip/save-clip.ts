// The one transaction of a clip: everything of the article, or nothing.
import type { ParsedPage } from '#contract/page.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import { ArticleUid } from '#contract/types/ids.ts';
import { findIdBySnapshotAsset, findIdByUrlKey, insertArticle } from '../articles/article-repo.ts';
import type { WriteContext } from '../context.ts';
import { insertLink } from '../links/link-repo.ts';
import { NORMALISER_VERSION } from '../search/normalise.ts';
import { indexArticle } from '../search/search-index.ts';
import { transaction } from '../storage/database.ts';
import { toStorageError } from '../storage/storage-error.ts';
import { addTag } from '../tags/tag-repo.ts';
import { insertAsset } from './asset-repo.ts';
import { type ClipSource, makeshiftTitle, wordsOfPath } from './clip-source.ts';
import type { GatheredImage } from './gather-images.ts';
import { MAX_LINK_TEXT_LENGTH } from './limits.ts';
import { EXTRACTOR_VERSION } from './page/extractor-version.ts';
import type { PageAddress } from './page-address.ts';
import { insertArticleImage, insertReaderContent, insertSnapshot } from './snapshot-repo.ts';
import { urlKey } from './url-key.ts';

export interface FinishedClip {
  readonly source: ClipSource;
  /** The bytes as they were handed in, in the asset store. */
  readonly original: AssetName;
  readonly page: ParsedPage;
  readonly address: PageAddress;
  /** By position in the page's images; all files are in the asset store. */
  readonly images: readonly GatheredImage[];
}

/**
 * @returns the clip, or the id of the article that is the same page: nothing was changed then
 * @throws LibraryError disk_full, read_only, library_busy, library_damaged: nothing was changed then
 */
export function saveClip(
  context: WriteContext,
  clip: FinishedClip,
): ClipResult | { readonly same: number } {
  const { tags } = clip.source;
  const outcome = commit(context, () => {
    // Looked for once more inside: another clip of the same page may have been quicker.
    const same = findSame(context, clip);
    return same === null ? insertClip(context, clip) : { same };
  });
  if ('same' in outcome) return outcome;
  context.emit({
    kind: 'changed',
    topics: ['articles', 'counts', 'links', ...(tags.length > 0 ? (['tags'] as const) : [])],
  });
  return outcome;
}

function commit<T>({ db }: WriteContext, work: () => T): T {
  try {
    return transaction(db, work);
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
}

const findSame = ({ db }: WriteContext, { original, address }: FinishedClip): number | null =>
  findIdBySnapshotAsset(db, original) ??
  (address.urlKey === null ? null : findIdByUrlKey(db, address.urlKey));

function insertClip(context: WriteContext, clip: FinishedClip): ClipResult {
  const { db, ports } = context;
  const { source, page, address } = clip;
  const now = ports.clock.now();
  const uid = ArticleUid.parse(context.newUid());
  const title = page.title || makeshiftTitle(source);

  insertAssets(context, clip, now);
  const articleId = insertArticle(db, {
    uid,
    ...address,
    title,
    author: page.author,
    siteName: page.siteName,
    publishedAt: page.publishedAt,
    lang: page.lang,
    dir: page.dir,
    excerpt: page.excerpt,
    wordCount: page.wordCount,
    leadImage: clip.images[page.leadImage]?.picture ? page.leadImage : null,
    warning: page.warning,
    savedAt: now,
  });
  const snapshotId = insertSnapshot(db, {
    uid: context.newUid(),
    articleId,
    assetName: clip.original,
    kind: page.kind,
    fileName: source.fileName,
    url: address.sourceUrl,
    charset: page.charset,
    capturedAt: now,
  });
  insertReaderContent(db, {
    articleId,
    snapshotId,
    extractorVersion: EXTRACTOR_VERSION,
    normaliserVersion: NORMALISER_VERSION,
    html: page.html,
    readerText: page.readerText,
  });
  clip.images.forEach(({ url, picture, errorCode }, position) => {
    const assetName = picture?.name ?? null;
    insertArticleImage(db, { articleId, position, url, assetName, errorCode });
  });
  insertLinks(context, clip, articleId);
  const newUid = () => context.newUid();
  for (const tag of source.tags) addTag(db, [articleId], tag, { newUid, now });
  indexArticle(db, articleId, { title, body: page.readerText, meta: metaOf(page, address) });
  return {
    uid,
    title,
    url: address.canonicalUrl ?? address.sourceUrl,
    status: 'saved',
    ...(page.warning ? { warning: page.warning } : {}),
  };
}

function insertAssets(
  { db }: WriteContext,
  { source, original, images }: FinishedClip,
  now: number,
) {
  const size = { byteSize: source.bytes.byteLength, width: null, height: null };
  insertAsset(db, { name: original, ...size, createdAt: now });
  for (const { picture } of images) if (picture) insertAsset(db, { ...picture, createdAt: now });
}

function insertLinks({ db }: WriteContext, { page, address }: FinishedClip, articleId: number) {
  for (const { url, text } of page.links) {
    const key = urlKey(url);
    // A link to another place on the same page leads nowhere else.
    if (key === null || key === address.urlKey) continue;
    insertLink(db, { articleId, urlKey: key, url, text: text.slice(0, MAX_LINK_TEXT_LENGTH) });
  }
}

/** What an article is found by beside title and text; tags are not among it, or tagging would mean indexing. */
function metaOf(page: ParsedPage, { canonicalUrl, sourceUrl, site }: PageAddress): string {
  const url = canonicalUrl ?? sourceUrl;
  const words = url === null ? [] : wordsOfPath(new URL(url));
  return [page.author, page.siteName, site, ...words].filter(Boolean).join('\n');
}
