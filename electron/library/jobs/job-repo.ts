// SQL of clip jobs.
import type { ArticleUid, HttpUrl } from '#contract/types/ids.ts';
import type { ClipJob, JobUid } from '#contract/types/job.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { TagName } from '#contract/types/tag.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { parseJson } from '../storage/parse-json.ts';

/** What a try needs to know. */
export interface DueJob {
  readonly id: number;
  readonly uid: JobUid;
  readonly url: HttpUrl;
  readonly host: string;
  readonly tags: readonly TagName[];
  readonly tries: number;
  /** The article is here, and pages of it are missing. */
  readonly completes: boolean;
}

interface Row extends Omit<ClipJob, 'problem'> {
  readonly code: Problem['code'] | null;
  readonly message: string | null;
}

const COLUMNS = `clip_job.uid, clip_job.url, state, tries, due_at AS dueAt, added_at AS addedAt,
  error_code AS code, error_message AS message`;

const toJob = ({ code, message, ...job }: Row): ClipJob => ({
  ...job,
  problem: code === null ? null : { code, message: message ?? '' },
});

/** An article in the trash is not completed there: that would bring it back. */
const WANTED = `(article_id IS NULL OR EXISTS (
  SELECT 1 FROM article WHERE article.id = clip_job.article_id AND trashed_at IS NULL))`;

/** Of the address by which the article is known. */
export function findJobOf(db: ReadDb, uid: ArticleUid): ClipJob | null {
  const row = statement<Row>(
    db,
    `SELECT ${COLUMNS} FROM article JOIN clip_job ON clip_job.url_key = article.url_key WHERE article.uid = ?`,
  ).get(uid);
  return row ? toJob(row) : null;
}

export function findJobs(db: ReadDb, limit: number): { jobs: ClipJob[]; total: number } {
  const rows = statement<Row>(
    db,
    `SELECT ${COLUMNS} FROM clip_job WHERE ${WANTED}
      ORDER BY CASE state WHEN 'fetching' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END, due_at, id LIMIT ?`,
  ).all(limit);
  const sql = `SELECT count(*) FROM clip_job WHERE ${WANTED}`;
  const total = statement<number>(db, sql).pluck().get() ?? 0;
  return { jobs: rows.map(toJob), total };
}

/** The next that is due at a site where nothing is being fetched. */
export function nextDue(db: ReadDb, now: number, busyHosts: readonly string[]): DueJob | null {
  const row = statement<Omit<DueJob, 'tags' | 'completes'> & { tags: string; completes: 0 | 1 }>(
    db,
    `SELECT id, uid, url, host, tags, tries, article_id IS NOT NULL AS completes FROM clip_job
      WHERE state = 'waiting' AND due_at <= ? AND host NOT IN (SELECT value FROM json_each(?))
        AND ${WANTED}
      ORDER BY due_at, id LIMIT 1`,
  ).get(now, JSON.stringify(busyHosts));
  if (!row) return null;
  return { ...row, tags: parseJson(row.tags) as TagName[], completes: row.completes === 1 };
}

/** When the next is due at a site where nothing is being fetched; null where none waits. */
export function nextDueAt(db: ReadDb, busyHosts: readonly string[]): number | null {
  return (
    statement<number | null>(
      db,
      `SELECT min(due_at) FROM clip_job
        WHERE state = 'waiting' AND host NOT IN (SELECT value FROM json_each(?)) AND ${WANTED}`,
    )
      .pluck()
      .get(JSON.stringify(busyHosts)) ?? null
  );
}

/** Handed in again, a job that is there already is due now, and takes the further tags. @returns whether it is a new one */
export function putJob(
  db: WriteDb,
  job: {
    readonly uid: string;
    readonly url: HttpUrl;
    readonly urlKey: string;
    readonly host: string;
    readonly tags: readonly TagName[];
  },
  now: number,
): boolean {
  const uid = statement<string>(
    db,
    `INSERT INTO clip_job (uid, url, url_key, host, tags, state, due_at, added_at)
      VALUES (@uid, @url, @urlKey, @host, @tags, 'waiting', @now, @now)
      ON CONFLICT (url_key) DO UPDATE SET
        state = CASE state WHEN 'failed' THEN 'waiting' ELSE state END, due_at = excluded.due_at,
        tries = CASE state WHEN 'failed' THEN 0 ELSE tries END,
        tags = (SELECT json_group_array(DISTINCT value) FROM
          (SELECT value FROM json_each(tags) UNION ALL SELECT value FROM json_each(excluded.tags)))
      RETURNING uid`,
  )
    .pluck()
    .get({ ...job, tags: JSON.stringify(job.tags), now });
  return uid === job.uid;
}

/** Asks for an article once more; what is asked for already stays as it is. */
export function putCompleting(
  db: WriteDb,
  job: {
    readonly uid: string;
    readonly articleId: number;
    readonly url: HttpUrl;
    readonly urlKey: string;
    readonly host: string;
    readonly problem: Problem;
    readonly dueAt: number;
    readonly now: number;
  },
): void {
  const { problem, ...row } = job;
  statement(
    db,
    `INSERT INTO clip_job (uid, url, url_key, host, tags, state, tries, due_at, added_at, error_code, error_message, article_id)
        VALUES (@uid, @url, @urlKey, @host, '[]', 'waiting', 1, @dueAt, @now, @code, @message, @articleId)
        ON CONFLICT (url_key) DO NOTHING`,
  ).run({ ...row, ...problem });
}

/** All its pages have come. @returns how many jobs there were for them */
export const deleteCompleting = (db: WriteDb, articleId: number): number =>
  statement(db, 'DELETE FROM clip_job WHERE article_id = ?').run(articleId).changes;

export function markFetching(db: WriteDb, id: number): void {
  statement(db, "UPDATE clip_job SET state = 'fetching', tries = tries + 1 WHERE id = ?").run(id);
}

/**
 * After a try that failed.
 * @param dueAt null where it is not to be tried again by itself
 * @param articleId of which some has come
 */
export function putBack(
  db: WriteDb,
  id: number,
  { code, message }: Problem,
  dueAt: number | null,
  articleId: number | null = null,
): void {
  statement(
    db,
    `UPDATE clip_job SET state = CASE WHEN @dueAt IS NULL THEN 'failed' ELSE 'waiting' END,
        due_at = coalesce(@dueAt, due_at), error_code = @code, error_message = @message,
        article_id = coalesce(@articleId, article_id) WHERE id = @id`,
  ).run({ id, dueAt, code, message, articleId });
}

/** Those that were being fetched when the library was closed, or died: the try does not count. */
export function putBackAll(db: WriteDb): void {
  statement(
    db,
    "UPDATE clip_job SET state = 'waiting', tries = max(0, tries - 1) WHERE state = 'fetching'",
  ).run();
}

export function retryJobs(db: WriteDb, uids: readonly JobUid[], now: number): number {
  return statement(
    db,
    `UPDATE clip_job SET state = 'waiting', tries = 0, due_at = ?
      WHERE state <> 'fetching' AND uid IN (SELECT value FROM json_each(?))`,
  ).run(now, JSON.stringify(uids)).changes;
}

/** Those that are due. */
export function putOffJobs(db: WriteDb, now: number, until: number, problem: Problem): number {
  return statement(
    db,
    `UPDATE clip_job SET due_at = @until, error_code = @code, error_message = @message
      WHERE state = 'waiting' AND due_at <= @now`,
  ).run({ now, until, ...problem }).changes;
}

/** @param codes of what last went wrong with them */
export function wakeJobs(db: WriteDb, codes: readonly Problem['code'][], now: number): number {
  return statement(
    db,
    `UPDATE clip_job SET due_at = @now WHERE state = 'waiting' AND due_at > @now
      AND error_code IN (SELECT value FROM json_each(@codes))`,
  ).run({ now, codes: JSON.stringify(codes) }).changes;
}

export function deleteJobs(db: WriteDb, uids: readonly JobUid[]): number {
  return statement(db, 'DELETE FROM clip_job WHERE uid IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(uids),
  ).changes;
}
