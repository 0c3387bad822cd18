// An article whose later pages were missing is asked for again by itself, as any address that waits.
import { LibraryError } from '#contract/errors.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { HttpUrl } from '#contract/types/ids.ts';
import { requireId } from '../articles/require-articles.ts';
import type { Captured } from '../clip/captured.ts';
import { urlKey } from '../clip/url-key.ts';
import type { WriteContext } from '../context.ts';
import { transaction } from '../storage/database.ts';
import { pauseAfter } from './back-off.ts';
import { deleteCompleting, putCompleting } from './job-repo.ts';

type Awaited = NonNullable<ClipResult['awaitsPages']>;
type Context = Pick<WriteContext, 'db' | 'ports' | 'newUid'>;

/** Part of the transaction that brings the article as far as it came: no end of the program parts the two. */
export function noteAwaited(
  context: Context,
  articleId: number,
  { source, cutShort }: Pick<Captured, 'source' | 'cutShort'>,
): void {
  if (cutShort && source.asked) put(context, articleId, source.asked, cutShort);
}

/**
 * To be told of every clip of an address, of those that have changed no article as well.
 * @param url as it was handed in
 * @returns whether the jobs may have changed
 */
export function awaitPages(
  context: Context,
  url: HttpUrl,
  { uid, awaitsPages, warning }: ClipResult,
): boolean {
  const { db } = context;
  const articleId = requireId(db, uid);
  // A page that could not be had at all says nothing of those that follow it.
  if (!awaitsPages) {
    return !warning && transaction(db, () => deleteCompleting(db, articleId)) > 0;
  }
  transaction(db, () => put(context, articleId, url, failureOf(awaitsPages)));
  return true;
}

/** What is asked for already stays as it is. */
function put(
  { db, ports, newUid }: Context,
  articleId: number,
  url: HttpUrl,
  failure: LibraryError,
) {
  const pause = pauseAfter(failure, 1);
  const key = urlKey(url);
  if (pause === null || key === null) return;
  const now = ports.clock.now();
  const { code, message } = failure;
  putCompleting(db, {
    uid: newUid(),
    articleId,
    url,
    urlKey: key,
    host: new URL(url).host,
    problem: { code, message },
    dueAt: now + pause,
    now,
  });
}

/** What a try has failed with, of which some has come. */
export const failureOf = ({ code, message, retryAfterMs }: Awaited): LibraryError =>
  new LibraryError(code, message, retryAfterMs === undefined ? {} : { retryAfterMs });
