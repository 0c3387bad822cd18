// What a clip does when the page is in the library already: nothing is added twice, but what was asked for with it
// happens. Its tags are given to the article, and one in the trash comes back; both as steps that can be undone.
import { LibraryError } from '#contract/errors.ts';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { TagName } from '#contract/types/tag.ts';
import { articleCommands } from '../articles/article-commands.ts';
import { findSummaries } from '../articles/article-repo.ts';
import type { WriteContext } from '../context.ts';
import type { ReadDb } from '../storage/database.ts';
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
  const { uid, trashed, ...found } = summaryOf(context.db, articleId);
  if (trashed) {
    await articleCommands(context)['articles.trash']({ uids: [uid], trashed: false }, signal);
  }
  for (const name of tags) await tagCommands(context)['tags.add']({ uids: [uid], name }, signal);
  return { uid, title: found.title, url: found.url, status: 'exists' };
}

/** The same with nothing asked for. @throws LibraryError not_found */
export function existing(db: ReadDb, articleId: number): ClipResult {
  const { uid, title, url } = summaryOf(db, articleId);
  return { uid, title, url, status: 'exists' };
}

function summaryOf(db: ReadDb, articleId: number): ArticleSummary {
  const [article] = findSummaries(db, [articleId]);
  if (!article) throw new LibraryError('not_found', 'The article is not in the library any more.');
  return article;
}
