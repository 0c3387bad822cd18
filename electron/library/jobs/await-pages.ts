// An article whose later pages were missing is asked for again by itself, as any address that waits.
import { LibraryError } from '#contract/errors.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { HttpUrl } from '#contract/types/ids.ts';
import { requireId } from '../articles/require-articles.ts';
import { urlKey } from '../clip/url-key.ts';
import type { WriteContext } from '../context.ts';
import { transaction } from '../storage/database.ts';
import { pauseAfter } from './back-off.ts';
import { deleteCompleting, putCompleting } from './job-repo.ts';

type Awaited = NonNullable<ClipResult['awaitsPages']>;

/**
 * To be told of every clip of an address.
 * @param url as it was handed in
 * @returns whether the jobs have changed
 */
export function awaitPages(
  { db, ports, newUid }: Pick<WriteContext, 'db' | 'ports' | 'newUid'>,
  url: HttpUrl,
  { uid, awaitsPages, warning }: ClipResult,
): boolean {
  const articleId = requireId(db, uid);
  // A page that could not be had at all says nothing of those that follow it.
  if (!awaitsPages) {
    return !warning && transaction(db, () => deleteCompleting(db, articleId)) > 0;
  }
  const failure = failureOf(awaitsPages);
  const pause = pauseAfter(failure, 1);
  const key = urlKey(url);
  if (pause === null || key === null) return false;
  const now = ports.clock.now();
  const { code, message } = failure;
  const job = {
    uid: newUid(),
    articleId,
    url,
    urlKey: key,
    host: new URL(url).host,
    problem: { code, message },
    dueAt: now + pause,
    now,
  };
  return transaction(db, () => putCompleting(db, job));
}

/** What a try has failed with, of which some has come. */
export const failureOf = ({ code, message, retryAfterMs }: Awaited): LibraryError =>
  new LibraryError(code, message, retryAfterMs === undefined ? {} : { retryAfterMs });
