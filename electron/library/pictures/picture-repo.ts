// SQL of pictures that are missing.
import type { ErrorCode } from '#contract/errors.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { MissingPicture } from '#contract/types/missing-picture.ts';
import type { Problem } from '#contract/types/problem.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { parseJson } from '../storage/parse-json.ts';

/** Whose article shows them, outside the trash. What an article does not show waits until it does. */
const WANTED = `FROM missing_picture AS job
  JOIN article ON article.id = job.article_id AND article.trashed_at IS NULL
  WHERE job.state = 'waiting' AND job.host NOT IN (SELECT value FROM json_each(@busyHosts))
    AND EXISTS (SELECT 1 FROM article_image AS image WHERE image.article_id = job.article_id
      AND image.url = job.url AND image.error_code IS NOT NULL)`;

/** Pictures of one article at one site, asked for one after the other. */
export interface DuePictures {
  readonly articleId: number;
  readonly host: string;
  readonly pictures: readonly DuePicture[];
}

export interface DuePicture {
  readonly id: number;
  readonly url: string;
  readonly candidates: readonly string[];
  readonly tries: number;
}

/** @param limit of pictures: what has come is shown before all have */
export function nextDuePictures(
  db: ReadDb,
  now: number,
  busyHosts: readonly string[],
  limit: number,
): DuePictures | null {
  const busy = JSON.stringify(busyHosts);
  const first = statement<{ articleId: number; host: string }>(
    db,
    `SELECT job.article_id AS articleId, job.host ${WANTED} AND job.due_at <= @now
      ORDER BY job.due_at, job.id LIMIT 1`,
  ).get({ busyHosts: busy, now });
  if (!first) return null;
  const rows = statement<Omit<DuePicture, 'candidates'> & { candidates: string }>(
    db,
    `SELECT job.id, job.url, job.candidates, job.tries ${WANTED} AND job.due_at <= @now
      AND job.article_id = @articleId AND job.host = @host ORDER BY job.id LIMIT @limit`,
  ).all({ busyHosts: busy, now, limit, ...first });
  const pictures = rows.map((row) => ({
    ...row,
    candidates: parseJson(row.candidates) as string[],
  }));
  return { ...first, pictures };
}

export function nextPictureDueAt(db: ReadDb, busyHosts: readonly string[]): number | null {
  const sql = `SELECT min(job.due_at) ${WANTED}`;
  const at = statement<number | null>(db, sql).pluck();
  return at.get({ busyHosts: JSON.stringify(busyHosts) }) ?? null;
}

/** One that was asked for once more begins anew; one that nobody asked for now stays as it was. */
export function putMissing(
  db: WriteDb,
  picture: {
    readonly articleId: number;
    readonly url: string;
    readonly host: string;
    readonly candidates: readonly string[];
    readonly problem: Problem;
    /** Null where it is not tried again by itself. */
    readonly dueAt: number | null;
    readonly now: number;
  },
): void {
  const { problem, candidates, ...rest } = picture;
  statement(
    db,
    `INSERT INTO missing_picture
        (article_id, url, host, candidates, state, tries, due_at, error_code, error_message)
      VALUES (@articleId, @url, @host, @candidates, iif(@dueAt IS NULL, 'failed', 'waiting'), 1,
        coalesce(@dueAt, @now), @code, @message)
      ON CONFLICT (article_id, url) DO UPDATE SET candidates = excluded.candidates,
        state = excluded.state, tries = 1, due_at = excluded.due_at,
        error_code = excluded.error_code, error_message = excluded.error_message
        WHERE excluded.error_message <> '' AND state <> 'fetching'`,
  ).run({ ...rest, ...problem, candidates: JSON.stringify(candidates) });
}

/** Of an article, those that have come. */
export function deleteFound(db: WriteDb, articleId: number): void {
  statement(
    db,
    `DELETE FROM missing_picture WHERE article_id = @articleId AND url IN (
      SELECT url FROM article_image WHERE article_id = @articleId AND error_code IS NULL)`,
  ).run({ articleId });
}

/** Of a content that is shown no longer. */
export function deleteMissing(db: WriteDb, articleId: number): void {
  statement(db, 'DELETE FROM missing_picture WHERE article_id = ?').run(articleId);
}

export function markAsked(db: WriteDb, ids: readonly number[]): void {
  statement(
    db,
    `UPDATE missing_picture SET state = 'fetching', tries = tries + 1
      WHERE id IN (SELECT value FROM json_each(?))`,
  ).run(JSON.stringify(ids));
}

export function putPictureBack(
  db: WriteDb,
  id: number,
  problem: Problem,
  dueAt: number | null,
): void {
  statement(
    db,
    `UPDATE missing_picture SET state = iif(@dueAt IS NULL, 'failed', 'waiting'),
        due_at = coalesce(@dueAt, due_at), error_code = @code, error_message = @message WHERE id = @id`,
  ).run({ id, dueAt, ...problem });
}

/** Those that were being fetched when the library was closed, or died: the try does not count. */
export function putPicturesBack(db: WriteDb): void {
  statement(
    db,
    "UPDATE missing_picture SET state = 'waiting', tries = max(0, tries - 1) WHERE state = 'fetching'",
  ).run();
}

/** Puts a picture, or that there is none after all, into what the article shows and what is kept of its versions. */
export function fillIn(
  db: WriteDb,
  picture: { readonly articleId: number; readonly url: string; readonly asset: AssetName | null },
): void {
  statement(
    db,
    `UPDATE article_image SET asset_name = @asset, error_code = NULL
      WHERE article_id = @articleId AND url = @url AND asset_name IS NULL`,
  ).run(picture);
  statement(
    db,
    `UPDATE kept_image SET asset_name = @asset, error_code = NULL
      WHERE url = @url AND asset_name IS NULL AND content_id IN (
        SELECT kept_content.id FROM kept_content JOIN snapshot ON snapshot.id = snapshot_id
          WHERE snapshot.article_id = @articleId)`,
  ).run(picture);
  deleteFound(db, picture.articleId);
}

/** Why one is still missing, beside the picture itself: what the reading anew of its page goes by. */
export function noteCode(db: WriteDb, articleId: number, url: string, code: ErrorCode): void {
  statement(
    db,
    `UPDATE article_image SET error_code = @code
      WHERE article_id = @articleId AND url = @url AND error_code IS NOT NULL`,
  ).run({ articleId, url, code });
}

/** @returns how many are asked for now */
export function retryPictures(db: WriteDb, articleId: number, now: number): number {
  return statement(
    db,
    `UPDATE missing_picture SET state = 'waiting', tries = 0, due_at = ?
      WHERE article_id = ? AND state <> 'fetching'`,
  ).run(now, articleId).changes;
}

/** Those that are due. */
export function putOffPictures(db: WriteDb, now: number, until: number, problem: Problem): number {
  return statement(
    db,
    `UPDATE missing_picture SET due_at = @until, error_code = @code, error_message = @message
      WHERE state = 'waiting' AND due_at <= @now`,
  ).run({ now, until, ...problem }).changes;
}

export function wakePictures(db: WriteDb, codes: readonly ErrorCode[], now: number): number {
  return statement(
    db,
    `UPDATE missing_picture SET due_at = @now WHERE state = 'waiting' AND due_at > @now
      AND error_code IN (SELECT value FROM json_each(@codes))`,
  ).run({ now, codes: JSON.stringify(codes) }).changes;
}

/** All pictures of an article together, each once. */
export function sumOfPictures(db: ReadDb, articleId: number): number {
  return (
    statement<number>(
      db,
      `SELECT coalesce(sum(byte_size), 0) FROM asset WHERE name IN (
        SELECT asset_name FROM article_image WHERE article_id = ?)`,
    )
      .pluck()
      .get(articleId) ?? 0
  );
}

interface MissingRow {
  readonly url: string | null;
  readonly code: ErrorCode;
  readonly message: string | null;
  readonly state: MissingPicture['state'] | null;
  readonly tries: number | null;
  readonly dueAt: number | null;
}

/** In the order of the text, each address once. The message is empty where only the code is known. */
export function findMissing(db: ReadDb, articleId: number): MissingPicture[] {
  return statement<MissingRow>(
    db,
    `SELECT image.url, coalesce(job.error_code, image.error_code) AS code,
        job.error_message AS message, job.state, job.tries, job.due_at AS dueAt
      FROM article_image AS image LEFT JOIN missing_picture AS job
        ON job.article_id = image.article_id AND job.url = image.url
      WHERE image.article_id = ? AND image.error_code IS NOT NULL
      GROUP BY coalesce(image.url, image.position) ORDER BY min(image.position)`,
  )
    .all(articleId)
    .map(({ url, code, message, state, tries, dueAt }) => ({
      url,
      problem: { code, message: message ?? '' },
      state: state ?? 'failed',
      tries: tries ?? 1,
      dueAt: state === null || state === 'failed' ? null : dueAt,
    }));
}
