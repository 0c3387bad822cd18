// The kinds of data that can change under a window.

/** One per kind of data that a window may hold a copy of. */
export const topics = [
  'articles',
  'tags',
  'counts',
  'highlights',
  'notes',
  'links',
  'journal',
  'settings',
  'jobs',
  'pictures',
  'collections',
  'saved-searches',
  'index',
  'backups',
  'health',
  'imports',
  'network',
  'watch',
] as const;
export type Topic = (typeof topics)[number];
