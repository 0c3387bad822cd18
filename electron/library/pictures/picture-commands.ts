// Asks for missing pictures again, until they are there or given up. One that comes late stands in its article at once: what is
// stored of the text only names its place.
import { LibraryError } from '#contract/errors.ts';
import { findDescription } from '../articles/article-repo.ts';
import { requireId } from '../articles/require-articles.ts';
import type { AssetHold } from '../clip/asset-keeper.ts';
import { insertAsset } from '../clip/asset-repo.ts';
import { noCompanions } from '../clip/companions.ts';
import { type GatheredImage, gatherImages } from '../clip/gather-images.ts';
import { MAX_ARTICLE_IMAGES_BYTES } from '../clip/limits.ts';
import type { Answers, WriteContext } from '../context.ts';
import { passing, pauseAfter } from '../jobs/back-off.ts';
import type { Job, JobRunner } from '../jobs/job-runner.ts';
import { findSettings } from '../settings/settings-repo.ts';
import { transaction } from '../storage/database.ts';
import {
  type DuePicture,
  type DuePictures,
  fillIn,
  markAsked,
  nextDuePictures,
  nextPictureDueAt,
  noteCode,
  putOffPictures,
  putPictureBack,
  putPicturesBack,
  retryPictures,
  sumOfPictures,
  wakePictures,
} from './picture-repo.ts';

/** Pictures that are asked for before what has come is shown. */
const AT_A_TIME = 20;

export function pictureCommands(
  context: WriteContext,
  openHold: () => AssetHold,
  runner: JobRunner,
): Answers<'pictures.retry'> {
  const { db, ports, emit } = context;
  const told = () => emit({ kind: 'changed', topics: ['pictures'] });

  const jobOf = (due: DuePictures): Job => ({
    key: `pictures:${due.articleId}:${due.host}`,
    host: due.host,
    begin() {
      const ids = due.pictures.map(({ id }) => id);
      transaction(db, () => markAsked(db, ids));
      told();
    },
    attempt: (signal) => attempt(due, signal),
  });

  async function attempt(due: DuePictures, signal: AbortSignal): Promise<void> {
    const hold = openHold();
    try {
      const gathered = await ask(due, hold, signal);
      if (signal.aborted) return;
      transaction(db, () => {
        for (const [at, one] of due.pictures.entries()) note(due, one, gathered[at]);
      });
      const some = gathered.some(({ errorCode }) => errorCode === null);
      emit({ kind: 'changed', topics: some ? ['articles', 'pictures'] : ['pictures'] });
    } catch (error) {
      if (signal.aborted) return;
      ports.log.error('missing pictures could not be asked for', error);
      // The library itself could not take them in: a full disk, for one.
      const failure = new LibraryError('unreachable', 'The pictures could not be stored.');
      transaction(db, () => {
        for (const one of due.pictures) putBack(one, failure);
      });
      told();
    } finally {
      await hold.release();
    }
  }

  function ask(
    { articleId, pictures }: DuePictures,
    hold: AssetHold,
    signal: AbortSignal,
  ): Promise<GatheredImage[]> {
    const article = findDescription(db, articleId);
    const images = pictures.map(({ candidates }) => ({ candidates: [...candidates], alt: '' }));
    return gatherImages(
      images,
      {
        fetcher: ports.fetcher,
        log: ports.log,
        openCompanion: noCompanions,
        hold,
        pageUrl: article?.sourceUrl ?? article?.canonicalUrl ?? null,
        allowHosts: findSettings(db).allowedHosts,
        maxBytes: Math.max(0, MAX_ARTICLE_IMAGES_BYTES - sumOfPictures(db, articleId)),
        atOnce: 1,
      },
      signal,
    );
  }

  function note(
    { articleId }: DuePictures,
    one: DuePicture,
    image: GatheredImage | undefined,
  ): void {
    const { url } = one;
    if (image?.failure) {
      putBack(one, image.failure.error);
      noteCode(db, articleId, url, image.failure.error.code);
      return;
    }
    const picture = image?.picture ?? null;
    if (picture) insertAsset(db, { ...picture, createdAt: ports.clock.now() });
    fillIn(db, { articleId, url, asset: picture?.name ?? null });
  }

  function putBack({ id, tries }: DuePicture, failure: LibraryError): void {
    const pause = pauseAfter(failure, tries + 1);
    const { code, message } = failure;
    putPictureBack(db, id, { code, message }, pause === null ? null : ports.clock.now() + pause);
  }

  runner.add({
    nextDue(now, busyHosts) {
      const due = nextDuePictures(db, now, busyHosts, AT_A_TIME);
      return due && jobOf(due);
    },
    nextDueAt: (busyHosts) => nextPictureDueAt(db, busyHosts),
    putBackAll: () => transaction(db, () => putPicturesBack(db)),
    putOff(now, until, problem) {
      if (transaction(db, () => putOffPictures(db, now, until, problem)) > 0) told();
    },
    wake(now) {
      if (transaction(db, () => wakePictures(db, passing, now)) > 0) told();
    },
  });

  return {
    'pictures.retry': ({ uid }) => {
      const id = requireId(db, uid);
      if (transaction(db, () => retryPictures(db, id, ports.clock.now())) > 0) told();
      runner.look();
    },
  };
}
