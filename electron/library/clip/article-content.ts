// What is made from a snapshot and can be made again: reader content, pictures by position, links, and the search index.
import type { SafeHtml } from '#contract/types/html.ts';
import { putFingerprint } from '../duplicates/put-fingerprint.ts';
import { deleteLinks, insertLink } from '../links/link-repo.ts';
import { noteMissing } from '../pictures/note-missing.ts';
import { putContentFacts } from '../search/content-facts.ts';
import { headingsOf } from '../search/headings.ts';
import { NORMALISER_VERSION } from '../search/normalise.ts';
import type { SearchFields } from '../search/search-index.ts';
import type { WriteDb } from '../storage/database.ts';
import { insertAsset } from './asset-repo.ts';
import { wordsOfPath } from './clip-source.ts';
import type { GatheredImage } from './gather-images.ts';
import { MAX_LINK_TEXT_LENGTH } from './limits.ts';
import type { PackedContent } from './pack-content.ts';
import { EXTRACTOR_VERSION } from './page/extractor-version.ts';
import {
  deleteArticleImages,
  deleteReaderContent,
  insertArticleImage,
  insertReaderContent,
} from './snapshot-repo.ts';
import { urlKey } from './url-key.ts';

export interface ArticleContent {
  readonly html: SafeHtml;
  readonly readerText: string;
  readonly packed?: PackedContent | undefined;
  /** By position in the reader content; all files are in the asset store. */
  readonly images: readonly GatheredImage[];
  readonly links: readonly { readonly url: string; readonly text: string }[];
}

/** Writes the rows of a content that is not there yet; part of a transaction. */
export function insertContent(
  db: WriteDb,
  article: {
    readonly id: number;
    readonly urlKey: string | null;
    readonly snapshotId: number;
    /** Of the page reader that made it: today's, unless it comes back. */
    readonly extractorVersion?: number;
  },
  content: ArticleContent,
  now: number,
): void {
  const articleId = article.id;
  for (const { picture } of content.images) {
    if (picture) insertAsset(db, { ...picture, createdAt: now });
  }
  insertReaderContent(db, {
    articleId,
    snapshotId: article.snapshotId,
    extractorVersion: article.extractorVersion ?? EXTRACTOR_VERSION,
    normaliserVersion: NORMALISER_VERSION,
    html: content.html,
    readerText: content.readerText,
    packed: content.packed,
  });
  content.images.forEach(({ url, picture, errorCode }, position) => {
    const assetName = picture?.name ?? null;
    insertArticleImage(db, { articleId, position, url, assetName, errorCode });
  });
  noteMissing(db, articleId, content.images, now);
  for (const { url, text } of content.links) {
    const key = urlKey(url);
    // A link to another place on the same page leads nowhere else.
    if (key === null || key === article.urlKey) continue;
    insertLink(db, { articleId, urlKey: key, url, text: text.slice(0, MAX_LINK_TEXT_LENGTH) });
  }
  putFingerprint(db, articleId, content.readerText);
  putContentFacts(db, articleId, content.html);
}

/** The files stay: a picture of the old content may be one of the new. */
export function deleteContent(db: WriteDb, articleId: number): void {
  deleteReaderContent(db, articleId);
  deleteArticleImages(db, articleId);
  deleteLinks(db, articleId);
}

/** What of a content is found by search. */
export type ContentToIndex = Pick<ArticleContent, 'html' | 'readerText'>;

export interface Described {
  readonly title: string;
  readonly author: string | null;
  readonly siteName: string | null;
  readonly site: string | null;
  readonly sourceUrl: string | null;
  readonly canonicalUrl: string | null;
}

/** The reader's own words on an article. */
interface Marks {
  readonly notes: readonly string[];
  readonly quotes: readonly string[];
}

/** What an article is found by. Tags are not among it, or tagging would mean indexing. */
export function searchFieldsOf(
  article: Described,
  content: ContentToIndex | null,
  { notes, quotes }: Marks,
): SearchFields {
  const url = article.canonicalUrl ?? article.sourceUrl;
  const words = url === null ? [] : wordsOfPath(new URL(url));
  return {
    title: article.title,
    headings: content ? headingsOf(content.html) : '',
    body: content?.readerText ?? '',
    author: article.author ?? '',
    site: [article.siteName, article.site, ...words].filter(Boolean).join('\n'),
    note: notes.join('\n'),
    highlight: quotes.join('\n'),
  };
}
