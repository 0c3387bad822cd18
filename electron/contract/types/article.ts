// Articles as lists and the reader see them.
import { z } from 'zod';
import { AssetName } from './asset.ts';
import { CollectionUid } from './collection.ts';
import { SafeHtml } from './html.ts';
import { ArticleUid } from './ids.ts';
import { Problem } from './problem.ts';
import { ArticleType } from './settings.ts';
import { TagName } from './tag.ts';

export const readingStatuses = ['unread', 'reading', 'finished'] as const;
export const ReadingStatus = z.enum(readingStatuses);
export type ReadingStatus = z.infer<typeof ReadingStatus>;

/** A place in the sidebar. Archived and trashed articles are only in their own list; `all` is all but the trash. */
export const listNames = [
  'inbox',
  'reading',
  'finished',
  'starred',
  'archived',
  'trash',
  'all',
] as const;
export const ListName = z.enum(listNames);
export type ListName = z.infer<typeof ListName>;

/** What a row of a list shows. Times are milliseconds UTC. */
export const ArticleSummary = z.object({
  uid: ArticleUid,
  title: z.string(),
  /** Canonical URL, else source URL; null for pasted text and files that name none. */
  url: z.string().nullable(),
  author: z.string().nullable(),
  siteName: z.string().nullable(),
  excerpt: z.string(),
  lang: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']).nullable(),
  wordCount: z.int(),
  savedAt: z.int(),
  /** ISO 8601 as the page gave it: a date, or a time with the page's own offset. */
  publishedAt: z.string().nullable(),
  readingStatus: ReadingStatus,
  /** Fraction read, 0..1. */
  progress: z.number(),
  starred: z.boolean(),
  archived: z.boolean(),
  trashed: z.boolean(),
  /** It is known by its address or its title alone: its page was not fetched yet. */
  awaitsText: z.boolean(),
  tags: z.array(TagName),
  thumbnail: z
    .object({
      asset: AssetName,
      width: z.int().nullable(),
      height: z.int().nullable(),
    })
    .nullable(),
});
export type ArticleSummary = z.infer<typeof ArticleSummary>;

/** Everything but the content. */
export const Article = ArticleSummary.extend({
  sourceUrl: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  openedAt: z.int().nullable(),
  finishedAt: z.int().nullable(),
  updatedAt: z.int(),
  /** Words near the place where reading stopped; finds it again when the content changed. */
  progressAnchor: z.string(),
  /** What went wrong while clipping without stopping it. */
  warning: Problem.nullable(),
  missingImages: z.int(),
  highlightCount: z.int(),
  /** How many of the highlights cannot be placed in today's text. */
  lostHighlightCount: z.int(),
  hasNote: z.boolean(),
  /** It was made from a PDF, which can be shown page by page. */
  hasPages: z.boolean(),
  /** How many snapshots it has. */
  versionCount: z.int(),
  /** How many other articles have nearly the same text, without the trash and those told apart. */
  duplicateCount: z.int(),
  /**
   * Another whenever what is shown of it is another: content, title, author, site or date. Pictures that come later have places
   * in the content. Null where there is no content.
   */
  contentTag: z.string().nullable(),
  /** Those that it is in. */
  collections: z.array(CollectionUid),
  /** How it is set other than the rest; null where it follows the general choice. */
  type: ArticleType.nullable(),
});
export type Article = z.infer<typeof Article>;

/** What is known of an article beside its text, as its reader writes it. The handler says in a sentence what cannot be. */
const written = z.string().max(10_000).optional();
export const ArticleDetails = z.object({
  title: written,
  // An empty one of these takes away what is there.
  author: written,
  siteName: written,
  /** A year, a month, a day, or a time, in ISO 8601. */
  publishedAt: written,
  url: written,
});
export type ArticleDetails = z.infer<typeof ArticleDetails>;

/** Reader content ready to be shown: images stand as `asset:NAME` with their sizes; those not stored are left out. */
export const ReaderContent = z.object({
  uid: ArticleUid,
  title: z.string(),
  html: SafeHtml,
  /** The reader text: what search and anchors count in. */
  text: z.string(),
  lang: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']).nullable(),
});
export type ReaderContent = z.infer<typeof ReaderContent>;

/** What came of reading an article's page again. */
export const Reread = z.object({
  /** Its highlights that have a place in the new text, and those that have none. */
  placed: z.int(),
  lost: z.int(),
  changed: z.boolean(),
});
export type Reread = z.infer<typeof Reread>;

/** `by-hand`: as the reader put them, in a collection. */
export const ArticleSort = z.enum(['newest', 'oldest', 'title', 'by-hand']);
export type ArticleSort = z.infer<typeof ArticleSort>;

export const ArticlePage = z.object({
  articles: z.array(ArticleSummary),
  /** Hand back as `after` for the next page; null on the last. */
  next: z.string().nullable(),
});
export type ArticlePage = z.infer<typeof ArticlePage>;

/** How many articles each list holds. */
export const ListCounts = z.record(ListName, z.int());
export type ListCounts = z.infer<typeof ListCounts>;
