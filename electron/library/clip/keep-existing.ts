// What a clip does when the page is in the library already: nothing is added twice, but what was asked for with it
// happens. Its tags are given to the article, and one in the trash comes back; both as steps that can be undone.
import { LibraryError } from '#contract/errors.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { TagName } from '#contract/types/tag.ts';
import { articleCommands } from '../articles/article-commands.ts';
import { findSummaries } from '../articles/article-repo.ts';
import type { WriteContext } from '../context.ts';
import { tagCommands } from '../tags/tag-service.ts';

/**
 * @param articleId the article that the page is
 * @throws LibraryError disk_full, read_only, library_busy
 */
export async function keepExisting(
  context: WriteContext,
  articleId: number,
  tags: readonly TagName[],
  signal: AbortSignal,
): Promise<ClipResult> {
  const [article] = findSummaries(context.db, [articleId]);
  if (!article) throw new LibraryError('not_found', 'The article is not in the library any more.');
  const { uid, title, url } = article;
  if (article.trashed) {
    await articleCommands(context)['articles.trash']({ uids: [uid], trashed: false }, signal);
  }
  for (const name of tags) await tagCommands(context)['tags.add']({ uids: [uid], name }, signal);
  return { uid, title, url, status: 'exists' };
}
