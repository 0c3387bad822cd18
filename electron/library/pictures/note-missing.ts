// Notes which pictures of a content are still to come; part of the transaction that writes it.
import { LibraryError } from '#contract/errors.ts';
import type { GatheredImage } from '../clip/gather-images.ts';
import { parseHttpUrl } from '../clip/url-key.ts';
import { pauseAfter } from '../jobs/back-off.ts';
import type { WriteDb } from '../storage/database.ts';
import { deleteFound, putMissing } from './picture-repo.ts';

export function noteMissing(
  db: WriteDb,
  articleId: number,
  images: readonly GatheredImage[],
  now: number,
): void {
  for (const { url, errorCode, failure } of images) {
    const host = url === null ? null : parseHttpUrl(url)?.host;
    if (url === null || !host || errorCode === null) continue;
    // A content that comes back knows only the address and the code.
    const { error, candidates } = failure ?? {
      error: new LibraryError(errorCode, ''),
      candidates: [url],
    };
    const pause = pauseAfter(error, 1);
    const { code, message } = error;
    putMissing(db, {
      articleId,
      url,
      host,
      candidates,
      problem: { code, message },
      dueAt: pause === null ? null : now + pause,
      now,
    });
  }
  deleteFound(db, articleId);
}
