// Articles that searches showed lately, as they stand in a hit, for as long as none of them changes. Whoever types a word sees
// much the same articles with every letter, and their rows are a fifth of what a rare word takes.
import type { ArticleSummary } from '#contract/types/article.ts';
import { findSummaries } from '../articles/article-repo.ts';
import type { ReadDb } from '../storage/database.ts';
import { findOwnWords, findWithOwnWords, type OwnWords } from './own-words-repo.ts';
import { type Shown, shownNow, survivors } from './shown-changes.ts';

export interface ShownArticle {
  readonly article: ArticleSummary;
  readonly own: readonly OwnWords[];
}

interface Kept {
  readonly shown: Shown;
  readonly articles: Map<number, ShownArticle>;
}

/** Some pages of hits. */
const MOST_KEPT = 200;
const kept = new WeakMap<ReadDb, Kept>();

/** By id; those that are gone are left out. */
export function recentArticles(
  db: ReadDb,
  ids: readonly number[],
): ReadonlyMap<number, ShownArticle> {
  const shown = shownNow(db);
  if (shown === null) return new Map(findArticles(db, ids));
  const recent = kept.get(db);
  const articles =
    recent && recent.articles.size <= MOST_KEPT
      ? survivors(recent.articles, recent.shown, shown)
      : new Map<number, ShownArticle>();
  kept.set(db, { shown, articles });
  const missing = ids.filter((id) => !articles.has(id));
  if (missing.length > 0) {
    for (const [id, one] of findArticles(db, missing)) articles.set(id, one);
  }
  return articles;
}

function findArticles(db: ReadDb, ids: readonly number[]): [number, ShownArticle][] {
  const articles = summariesOf(db, ids);
  const withOwn = findWithOwnWords(db, ids);
  return ids.flatMap((id, at): [number, ShownArticle][] => {
    const article = articles[at];
    return article ? [[id, { article, own: withOwn.has(id) ? findOwnWords(db, id) : [] }]] : [];
  });
}

/** One for each id, in order. */
function summariesOf(db: ReadDb, ids: readonly number[]): (ArticleSummary | undefined)[] {
  const summaries = findSummaries(db, ids);
  // Fewer where the index still names an article that is gone: then it has to be known which.
  return summaries.length === ids.length ? summaries : ids.map((id) => findSummaries(db, [id])[0]);
}
