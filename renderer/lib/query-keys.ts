// The names under which the window caches what the library told it.
import type { ArticleSort, ListName } from '#contract/types/article.ts';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { CollectionUid } from '#contract/types/collection.ts';
import type { HighlightFilter, HighlightSort } from '#contract/types/highlight.ts';

/** What a list shows: a place of the sidebar, the articles with a tag, or those in a collection. */
export interface ListFilter {
  readonly list: ListName;
  readonly tag: string | null;
  readonly collection: CollectionUid | null;
  readonly sort: ArticleSort;
}

export const queryKeys = {
  articles: ['articles'],
  page: (filter: ListFilter, after: string | undefined) => [
    'articles',
    'list',
    filter,
    after ?? null,
  ],
  home: ['articles', 'home'],
  openArticles: ['articles', 'one'],
  article: (uid: string) => ['articles', 'one', uid],
  outdated: (among: SomeOrAll | null) => ['articles', 'outdated', among] as const,
  duplicatesOf: (uid: string) => ['articles', 'duplicates', uid],
  versionsOf: (uid: string) => ['articles', 'versions', uid],
  leftOutOf: (uid: string, shown: string) => ['left-out', uid, shown],
  comparison: (from: string, to: string) => ['articles', 'comparison', from, to],
  search: ['search'],
  savedSearches: ['saved-searches', 'list'],
  savedSearchCounts: ['saved-searches', 'counts'],
  hits: (text: string, limit: number) => ['search', text, limit],
  indexState: ['search', 'index'],
  exactHits: (text: string, limit: number) => ['search', 'exact', text, limit],
  hitCount: (text: string) => ['search', 'count', text],
  suggestions: (text: string) => ['search', 'suggest', text],
  queryParts: (text: string) => ['search', 'parts', text],
  completions: (text: string, caret: number) => ['search', 'complete', text, caret],
  relatedTo: (uid: string) => ['search', 'related', uid],
  counts: ['counts'],
  tags: ['tags'],
  collections: ['collections'],
  allTags: ['tags', 'all'],
  suggestedTags: (uid: string) => ['tags', 'suggested', uid],
  tagsAmong: (articles: SomeOrAll) => ['tags', 'among', articles],
  highlights: ['highlights'],
  highlightsOf: (uid: string) => ['highlights', 'of', uid],
  highlightList: (filter: HighlightFilter, sort: HighlightSort) => [
    'highlights',
    'list',
    filter,
    sort,
  ],
  notes: ['notes'],
  noteOf: (uid: string) => ['notes', uid],
  links: ['links'],
  wanted: ['links', 'wanted'],
  linksOf: (uid: string) => ['links', 'of', uid],
  linksTo: (uid: string) => ['links', 'to', uid],
  jobs: ['jobs'],
  jobOf: (uid: string) => ['jobs', 'of', uid],
  pictures: ['pictures'],
  missingOf: (uid: string) => ['pictures', uid],
  info: ['info'],
  libraryPlace: (dir: string) => ['info', 'place', dir],
  backups: ['backups'],
  health: ['health'],
  imports: ['imports'],
  network: ['network'],
  updates: ['updates'],
  watch: ['watch'],
  networkSummary: ['network', 'summary'],
  networkRequests: (reason: string | null) => ['network', 'list', reason],
  backupList: ['backups', 'list'],
  backupPreview: (name: string) => ['backups', 'preview', name],
  storageUse: ['backups', 'use'],
  importList: ['imports', 'list'],
  import: (uid: string) => ['imports', 'one', uid],
  importRows: (uid: string, outcome: string | null) => ['imports', 'rows', uid, outcome],
  originsOf: (uid: string) => ['articles', 'origins', uid],
  journal: ['journal'],
  history: ['journal', 'list'],
  settings: ['settings'],
  pace: ['pace'],
} as const;
