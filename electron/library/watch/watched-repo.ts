// SQL of what became of the files in the watched folder.
import type { Problem } from '#contract/types/problem.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

export interface WatchedFile {
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  readonly sha256: string;
}

export interface FailedFile {
  readonly path: string;
  readonly at: number;
  readonly code: Problem['code'];
  readonly message: string;
}

/** Enough to see what is wrong with them. */
const MAX_FAILED = 100;

export function findWatched(db: ReadDb, path: string): WatchedFile | null {
  return (
    statement<WatchedFile>(
      db,
      'SELECT path, size, mtime, sha256 FROM watched_file WHERE path = ?',
    ).get(path) ?? null
  );
}

/** Whether a file of these bytes was clipped, under whatever name. */
export function isClippedHash(db: ReadDb, sha256: string): boolean {
  return (
    statement(db, 'SELECT 1 FROM watched_file WHERE sha256 = ? AND code IS NULL LIMIT 1').get(
      sha256,
    ) !== undefined
  );
}

/** @param problem null where it was clipped */
export function putWatched(
  db: WriteDb,
  { path, size, mtime, sha256 }: WatchedFile,
  now: number,
  problem: Problem | null,
): void {
  statement(
    db,
    `INSERT OR REPLACE INTO watched_file (path, size, mtime, sha256, looked_at, code, message)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(path, size, mtime, sha256, now, problem?.code ?? null, problem?.message ?? null);
}

/** The same bytes with another time: what became of them stays. */
export function putTouched(db: WriteDb, { path, size, mtime }: Omit<WatchedFile, 'sha256'>): void {
  statement(db, 'UPDATE watched_file SET size = ?, mtime = ? WHERE path = ?').run(
    size,
    mtime,
    path,
  );
}

export function countClipped(db: ReadDb): number {
  return (
    statement<number>(db, 'SELECT count(*) FROM watched_file WHERE code IS NULL').pluck().get() ?? 0
  );
}

export function findFailed(db: ReadDb): FailedFile[] {
  return statement<FailedFile>(
    db,
    `SELECT path, looked_at AS at, code, message FROM watched_file WHERE code IS NOT NULL
      ORDER BY looked_at DESC, path LIMIT ${MAX_FAILED}`,
  ).all();
}

/** Those that were thrown away since are no news any more. */
export function dropFailed(db: WriteDb, path: string): void {
  statement(db, 'DELETE FROM watched_file WHERE path = ? AND code IS NOT NULL').run(path);
}
