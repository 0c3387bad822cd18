// Works through the addresses that wait to be clipped: a few at a time, one of a site, each again after a while when it
// fails for now. A job is a row, so that what was begun goes on after the library was closed, or died.

import { LibraryError } from '#contract/errors.ts';
import { urlKey } from '../clip/url-key.ts';
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import { transaction } from '../storage/database.ts';
import { passing, pauseAfter } from './back-off.ts';
import {
  type DueJob,
  deleteJobs,
  findJobs,
  markFetching,
  nextDue,
  nextDueAt,
  putBack,
  putBackAll,
  putJob,
  retryJobs,
  wakeJobs,
} from './job-repo.ts';

const AT_ONCE = 4;
/** A timer does not count the time that a computer sleeps: it looks again at least this often, in milliseconds. */
const LOOK_AGAIN = 10 * 60_000;

type JobCommands = 'jobs.add' | 'jobs.retry' | 'jobs.drop' | 'jobs.wake';
type ClipFromUrl = Answers<'clip.fromUrl'>['clip.fromUrl'];

export interface ClipJobs {
  readonly commands: Answers<JobCommands>;
  /** From now on jobs are worked through, also those of the last time. */
  start(): void;
  /** What is being fetched is put back. */
  close(): Promise<void>;
}

export function jobQueries({ db }: ReadContext): Answers<'jobs.list'> {
  return { 'jobs.list': ({ limit }) => findJobs(db, limit) };
}

export function clipJobs(context: WriteContext, clipFromUrl: ClipFromUrl): ClipJobs {
  const { db, ports, newUid, emit } = context;
  const running = new Map<
    string,
    { host: string; controller: AbortController; end: Promise<void> }
  >();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let works = false;

  const told = () => emit({ kind: 'changed', topics: ['jobs'] });
  const change = (work: () => number) => {
    if (transaction(db, work) > 0) told();
    next();
  };
  const busyHosts = () => [...running.values()].map(({ host }) => host);

  function next(): void {
    clearTimeout(timer);
    if (!works) return;
    while (running.size < AT_ONCE) {
      const job = nextDue(db, ports.clock.now(), busyHosts());
      if (!job) break;
      begin(job);
    }
    const dueAt = running.size < AT_ONCE ? nextDueAt(db, busyHosts()) : null;
    if (dueAt === null) return;
    timer = setTimeout(next, Math.min(Math.max(0, dueAt - ports.clock.now()), LOOK_AGAIN));
    timer.unref();
  }

  function begin(job: DueJob): void {
    const controller = new AbortController();
    transaction(db, () => markFetching(db, job.id));
    told();
    const end = attempt(job, controller.signal).finally(() => {
      running.delete(job.uid);
      next();
    });
    running.set(job.uid, { host: job.host, controller, end });
  }

  async function attempt(job: DueJob, signal: AbortSignal): Promise<void> {
    const { url, tags } = job;
    try {
      await clipFromUrl({ url, tags: [...tags], allowHosts: [], anyway: false }, signal);
      transaction(db, () => deleteJobs(db, [job.uid]));
    } catch (error) {
      // Closed, or dropped: then there is nothing to note, or nothing to note it in.
      if (signal.aborted) return;
      const failure =
        error instanceof LibraryError
          ? error
          : new LibraryError('bug', 'Something went wrong while this page was clipped.');
      if (failure.code === 'bug') ports.log.error('a clip job failed', error);
      const pause = pauseAfter(failure, job.tries + 1);
      const dueAt = pause === null ? null : ports.clock.now() + pause;
      const { code, message } = failure;
      transaction(db, () => putBack(db, job.id, { code, message }, dueAt));
    }
    told();
  }

  return {
    commands: {
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
        for (const uid of uids) running.get(uid)?.controller.abort();
        change(() => deleteJobs(db, uids));
      },
      'jobs.wake': () => change(() => wakeJobs(db, passing, ports.clock.now())),
    },
    start() {
      works = true;
      transaction(db, () => putBackAll(db));
      next();
    },
    async close() {
      if (!works) return;
      works = false;
      clearTimeout(timer);
      for (const { controller } of running.values()) controller.abort();
      await Promise.allSettled([...running.values()].map(({ end }) => end));
      transaction(db, () => putBackAll(db));
    },
  };
}
