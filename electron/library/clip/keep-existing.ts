// What a clip does when the page is in the library already: nothing is added twice, but what was asked for with it
// happens: its tags are given to the article, and one in the trash comes back.

import { LibraryError } from '#contract/errors.ts';
import type { Topic } from '#contract/events.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { TagName } from '#contract/types/tag.ts';
import { findSummaries } from '../articles/article-repo.ts';
import type { WriteContext } from '../context.ts';
import { statement, transaction } from '../storage/database.ts';
import { seal } from '../storage/digest.ts';
import { toStorageError } from '../storage/storage-error.ts';
import { addTag } from '../tags/tag-repo.ts';

/**
 * @param articleId the article that the page is
 * @throws LibraryError disk_full, read_only, library_busy: nothing was changed then
 */
export function keepExisting(
  context: WriteContext,
  articleId: number,
  tags: readonly TagName[],
): ClipResult {
  const { db, ports } = context;
  const now = ports.clock.now();
  const newUid = () => context.newUid();
  const changed = new Set<Topic>();
  try {
    transaction(db, () => {
      if (restore(context, articleId, now)) changed.add('articles').add('counts').add('tags');
      for (const tag of tags) {
        if (addTag(db, [articleId], tag, { newUid, now }).length > 0) {
          changed.add('articles').add('tags');
        }
      }
    });
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
  if (changed.size > 0) context.emit({ kind: 'changed', topics: [...changed] });
  const [article] = findSummaries(db, [articleId]);
  if (!article) throw new LibraryError('not_found', 'The article is not in the library any more.');
  return { uid: article.uid, title: article.title, url: article.url, status: 'exists' };
}

/** @returns whether it was in the trash */
function restore({ db }: WriteContext, articleId: number, now: number): boolean {
  const { changes } = statement(
    db,
    'UPDATE article SET trashed_at = NULL, updated_at = ? WHERE id = ? AND trashed_at IS NOT NULL',
  ).run(now, articleId);
  if (changes > 0) seal(db, 'article', articleId);
  return changes > 0;
}
