// What a window asks as soon as it opens. Apart from all other queries, whose code is read while it draws the answers: everything
// that stands here keeps it waiting.
import type { firstCalls } from '#contract/first.ts';
import { amongOf } from './articles/among.ts';
import { findSummaries } from './articles/article-repo.ts';
import { findCounts, findPage } from './articles/list-repo.ts';
import { findHealth } from './check/health-repo.ts';
import { findTree } from './collections/collection-repo.ts';
import type { Answers, ReadContext } from './context.ts';
import { findJobs } from './jobs/job-repo.ts';
import { infoQueries } from './library-info.ts';
import { findSavedSearches } from './saved-searches/saved-search-repo.ts';
import { findSettings } from './settings/settings-repo.ts';
import { findTags } from './tags/tag-repo.ts';

type FirstName = keyof typeof firstCalls;

export function firstQueries(context: ReadContext): Answers<FirstName> {
  const { db } = context;
  return {
    ...infoQueries(context),
    'articles.list': ({ tag, collection, ...request }) => {
      const among = amongOf(db, tag, collection);
      if (among === undefined) return { articles: [], next: null };
      const page = findPage(db, { ...request, among });
      return { articles: findSummaries(db, page.ids), next: page.next };
    },
    'articles.counts': () => findCounts(db),
    'tags.list': ({ limit, unused }) => findTags(db, limit, unused),
    'collections.list': () => findTree(db),
    'savedSearches.list': () => findSavedSearches(db),
    'settings.get': () => findSettings(db),
    'jobs.list': ({ limit }) => findJobs(db, limit),
    'library.health': () => findHealth(db),
  };
}
