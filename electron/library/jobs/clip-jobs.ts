// Addresses that wait to be clipped.
import { LibraryError } from '#contract/errors.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import { ArticleUid } from '#contract/types/ids.ts';
import { requireId } from '../articles/require-articles.ts';
import { urlKey } from '../clip/url-key.ts';
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import { transaction } from '../storage/database.ts';
import { failureOf } from './await-pages.ts';
import { isPassing, passing, pauseAfter } from './back-off.ts';
import {
  type DueJob,
  deleteJobs,
  findJobOf,
  markFetching,
  nextDue,
  nextDueAt,
  putBack,
  putBackAll,
  putJob,
  putOffJobs,
  retryJobs,
  wakeJobs,
} from './job-repo.ts';
import type { Job, JobRunner } from './job-runner.ts';

type JobCommands = 'jobs.add' | 'jobs.retry' | 'jobs.drop' | 'jobs.wake';
type ClipFromUrl = Answers<'clip.fromUrl'>['clip.fromUrl'];

export function jobQueries({ db }: ReadContext): Answers<'jobs.ofArticle'> {
  return {
    'jobs.ofArticle': ({ uid }) => findJobOf(db, uid),
  };
}

export function clipJobs(
  context: WriteContext,
  clipFromUrl: ClipFromUrl,
  runner: JobRunner,
): Answers<JobCommands> {
  const { db, ports, newUid, emit } = context;
  const told = () => emit({ kind: 'changed', topics: ['jobs'] });
  const change = (work: () => number) => {
    if (transaction(db, work) > 0) told();
    runner.look();
  };

  const jobOf = (due: DueJob): Job => ({
    key: due.uid,
    host: due.host,
    begin() {
      transaction(db, () => markFetching(db, due.id));
      told();
    },
    attempt: (signal) => attempt(due, signal),
  });

  async function attempt(job: DueJob, signal: AbortSignal): Promise<void> {
    const { url, tags } = job;
    try {
      const asked = { url, tags: [...tags], allowHosts: [], anyway: false };
      const result = await clipFromUrl(asked, signal);
      const failure = whatIsMissing(job, result);
      if (failure) again(job, failure, requireId(db, ArticleUid.parse(result.uid)));
      else transaction(db, () => deleteJobs(db, [job.uid]));
    } catch (error) {
      // Closed, or dropped: then there is nothing to note, or nothing to note it in.
      if (signal.aborted) return;
      const failure =
        error instanceof LibraryError
          ? error
          : new LibraryError('bug', 'Something went wrong while this page was clipped.');
      if (failure.code === 'bug') ports.log.error('a clip job failed', error);
      again(job, failure, null);
    }
    told();
  }

  function again(job: DueJob, failure: LibraryError, articleId: number | null): void {
    const pause = pauseAfter(failure, job.tries + 1);
    const dueAt = pause === null ? null : ports.clock.now() + pause;
    transaction(db, () => putBack(db, job.id, failure, dueAt, articleId));
  }

  runner.add({
    nextDue(now, busyHosts) {
      const due = nextDue(db, now, busyHosts);
      return due && jobOf(due);
    },
    nextDueAt: (busyHosts) => nextDueAt(db, busyHosts),
    putBackAll: () => transaction(db, () => putBackAll(db)),
    putOff(now, until, problem) {
      if (transaction(db, () => putOffJobs(db, now, until, problem)) > 0) told();
    },
    wake(now) {
      if (transaction(db, () => wakeJobs(db, passing, now)) > 0) told();
    },
  });

  return {
    'jobs.add': ({ urls, tags }) =>
      change(() => {
        const now = ports.clock.now();
        for (const url of urls) {
          // The contract lets http and https pass, and those have a key.
          const key = urlKey(url) ?? url;
          putJob(db, { uid: newUid(), url, urlKey: key, host: new URL(url).host, tags }, now);
        }
        return urls.length;
      }),
    'jobs.retry': ({ uids }) => change(() => retryJobs(db, uids, ports.clock.now())),
    'jobs.drop': ({ uids }) => {
      for (const uid of uids) runner.stop(uid);
      change(() => deleteJobs(db, uids));
    },
    'jobs.wake': () => runner.wake(),
  };
}

/** An article that is here is named even where its page cannot be had: that is no article completed. */
function whatIsMissing(
  { completes }: DueJob,
  { awaitsPages, warning }: Pick<ClipResult, 'awaitsPages' | 'warning'>,
): LibraryError | null {
  if (awaitsPages) return failureOf(awaitsPages);
  const failure = completes && warning ? new LibraryError(warning.code, warning.message) : null;
  return failure && isPassing(failure) ? failure : null;
}
