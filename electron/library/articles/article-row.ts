// An article's row as SQL gives it, and how it becomes what callers see.
import { createHash } from 'node:crypto';
import type { Article, ArticleSummary, ReadingStatus } from '#contract/types/article.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { CollectionUid } from '#contract/types/collection.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { TagName } from '#contract/types/tag.ts';
import { readArticleType } from '../reading/article-type.ts';

export interface SummaryRow {
  id: number;
  uid: ArticleUid;
  title: string;
  source_url: string | null;
  canonical_url: string | null;
  author: string | null;
  site_name: string | null;
  site: string | null;
  excerpt: string;
  lang: string | null;
  dir: 'ltr' | 'rtl' | null;
  word_count: number;
  saved_at: number;
  published_at: string | null;
  reading_status: ReadingStatus;
  progress: number;
  starred: 0 | 1;
  archived: 0 | 1;
  trashed: 0 | 1;
  awaits_text: 0 | 1;
  thumbnail: AssetName | null;
  width: number | null;
  height: number | null;
}

export interface ArticleRow extends SummaryRow {
  opened_at: number | null;
  finished_at: number | null;
  updated_at: number;
  progress_anchor: string;
  warning_code: Problem['code'] | null;
  warning_message: string | null;
  missing_images: number;
  highlights: number;
  lost_highlights: number;
  has_note: 0 | 1;
  has_pages: 0 | 1;
  versions: number;
  duplicates: number;
  content_tag: string | null;
  type_settings: string | null;
}

export const SUMMARY_COLUMNS = `
  article.id, article.uid, article.title, article.source_url, article.canonical_url, article.author,
  article.site_name, article.site, article.excerpt, article.lang, article.dir, article.word_count,
  article.saved_at, article.published_at, article.reading_status, article.progress,
  article.starred_at IS NOT NULL AS starred, article.archived_at IS NOT NULL AS archived,
  article.trashed_at IS NOT NULL AS trashed,
  EXISTS (SELECT 1 FROM awaited_text WHERE awaited_text.article_id = article.id) AS awaits_text, asset.name AS thumbnail, asset.width, asset.height`;
export const WITH_THUMBNAIL = `
  LEFT JOIN article_image
    ON article_image.article_id = article.id AND article_image.position = article.lead_image
  LEFT JOIN asset ON asset.name = article_image.asset_name`;

export function toSummary(row: SummaryRow, tags: TagName[]): ArticleSummary {
  return {
    uid: row.uid,
    title: row.title,
    url: row.canonical_url ?? row.source_url,
    author: row.author,
    siteName: row.site_name ?? row.site,
    excerpt: row.excerpt,
    lang: row.lang,
    dir: row.dir,
    wordCount: row.word_count,
    savedAt: row.saved_at,
    publishedAt: row.published_at,
    readingStatus: row.reading_status,
    progress: row.progress,
    starred: row.starred === 1,
    archived: row.archived === 1,
    trashed: row.trashed === 1,
    awaitsText: row.awaits_text === 1,
    tags,
    thumbnail: row.thumbnail && { asset: row.thumbnail, width: row.width, height: row.height },
  };
}

export function toArticle(row: ArticleRow, tags: TagName[], collections: CollectionUid[]): Article {
  return {
    ...toSummary(row, tags),
    sourceUrl: row.source_url,
    canonicalUrl: row.canonical_url,
    openedAt: row.opened_at,
    finishedAt: row.finished_at,
    updatedAt: row.updated_at,
    progressAnchor: row.progress_anchor,
    warning: row.warning_code && { code: row.warning_code, message: row.warning_message ?? '' },
    missingImages: row.missing_images,
    highlightCount: row.highlights,
    lostHighlightCount: row.lost_highlights,
    hasNote: row.has_note === 1,
    hasPages: row.has_pages === 1,
    versionCount: row.versions,
    duplicateCount: row.duplicates,
    contentTag: row.content_tag && `${row.content_tag}${tagOf(row)}`,
    collections,
    type: readArticleType(row.type_settings),
  };
}

/** What stands above the text, in eight letters. */
function tagOf(row: ArticleRow): string {
  const { title, author, site_name, published_at } = row;
  const beside = JSON.stringify([title, author, site_name, published_at]);
  return createHash('sha256').update(beside).digest('hex').slice(0, 8);
}
