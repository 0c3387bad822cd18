// What a window asks as soon as it opens. Part of the library's contract, and apart from it: making all of its schemas would take a
// library process as long as opening its library.
import { z } from 'zod';
import { query } from './define.ts';
import { ArticlePage, ArticleSort, ListCounts, ListName } from './types/article.ts';
import { Collection, CollectionUid } from './types/collection.ts';
import { Health } from './types/health.ts';
import { ClipJob } from './types/job.ts';
import { LibraryInfo } from './types/library-info.ts';
import { SavedSearch } from './types/saved-search.ts';
import { Settings } from './types/settings.ts';
import { Tag, TagName } from './types/tag.ts';

const nothing = z.object({});

export const firstCalls = {
  'articles.list': query(
    z.object({
      list: ListName.default('all'),
      tag: TagName.optional(),
      collection: CollectionUid.optional(),
      sort: ArticleSort.default('newest'),
      after: z.string().max(2000).optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    ArticlePage,
  ),
  'articles.counts': query(nothing, ListCounts),

  /** Those at work first, then in the order in which they are tried, the failed last. */
  'jobs.list': query(
    z.object({ limit: z.int().min(1).max(1000).default(100) }),
    z.object({ jobs: z.array(ClipJob), total: z.int() }),
  ),

  /** The most used first, then by name; with `unused`, also those that no article outside the trash carries. */
  'tags.list': query(
    z.object({
      limit: z.int().min(1).max(10_000).default(1000),
      unused: z.boolean().default(false),
    }),
    z.array(Tag),
  ),

  /** Each before those that are in it, siblings in the reader's order. */
  'collections.list': query(nothing, z.array(Collection)),

  /** In the reader's order. */
  'savedSearches.list': query(nothing, z.array(SavedSearch)),

  'settings.get': query(nothing, Settings),

  'library.info': query(nothing, LibraryInfo),

  /** What is known by now, without looking. */
  'library.health': query(nothing, Health),
} as const;
