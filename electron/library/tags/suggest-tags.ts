// Which tags an article might want: those that articles about the same carry, and few others.
import type { ArticleUid } from '#contract/types/ids.ts';
import type { SuggestedTag, TagName } from '#contract/types/tag.ts';
import { requireId } from '../articles/require-articles.ts';
import { findRelated } from '../search/related-articles.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { findTagIds, findTags } from './tag-repo.ts';

/** So many of the articles most like it are asked. */
const ASKED = 20;
/** One of them may have its tag for another reason. */
const LEAST_SIMILAR = 2;
/** What half the library carries says nothing: a tag has to be so much more frequent among them. */
const LEAST_LIFT = 2;
const MAX_SUGGESTED = 5;

/** The best first. */
export function suggestTags(db: ReadDb, uid: ArticleUid): SuggestedTag[] {
  const related = findRelated(db, uid, ASKED);
  if (related.length < LEAST_SIMILAR) return [];
  const similar = new Map<TagName, number>();
  for (const { article } of related) {
    for (const name of article.tags) similar.set(name, (similar.get(name) ?? 0) + 1);
  }
  const frequent = [...similar].filter(([, count]) => count >= LEAST_SIMILAR);
  const share = shareOf(db);
  const own = namesOf(db, requireId(db, uid));
  return frequent
    .map(([name, count]) => ({
      name,
      similar: count,
      lift: count / related.length / share(name),
    }))
    .filter(({ name, lift }) => lift >= LEAST_LIFT && !own.has(name))
    .sort((a, b) => b.similar - a.similar || b.lift - a.lift)
    .slice(0, MAX_SUGGESTED)
    .map(({ name, similar: count }) => ({ name, similar: count }));
}

const MANY = 100_000;

/** How much of the library carries a tag, 0..1. */
function shareOf(db: ReadDb): (name: TagName) => number {
  const all = statement<number>(db, 'SELECT everything FROM list_count').pluck().get() ?? 0;
  const counts = new Map(findTags(db, MANY, false).map((tag) => [tag.name, tag.articleCount]));
  return (name) => (counts.get(name) ?? 0) / Math.max(1, all);
}

function namesOf(db: ReadDb, articleId: number): ReadonlySet<TagName> {
  const name = statement<TagName>(db, 'SELECT name FROM tag WHERE id = ?').pluck();
  return new Set(findTagIds(db, articleId).flatMap((id) => name.get(id) ?? []));
}
