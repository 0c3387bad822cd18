// SQL of fingerprints, and of articles that have none yet. The rows of the bands are kept by triggers.
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import type { Fingerprint } from './min-hash.ts';

/** In place of the one before, whose pairs go with it. */
export function replaceFingerprint(
  db: WriteDb,
  articleId: number,
  { sketch, bands }: Fingerprint,
): void {
  statement(db, 'DELETE FROM fingerprint WHERE article_id = ?').run(articleId);
  statement(db, 'INSERT INTO fingerprint (article_id, sketch, bands) VALUES (?, ?, ?)').run(
    articleId,
    Buffer.from(sketch),
    JSON.stringify(bands),
  );
}

/** The newest articles of each band. @param limit for each band: furniture of a site can be in thousands of articles */
export function findInBands(db: ReadDb, bands: readonly number[], limit: number): Set<number> {
  const inBand = statement<number>(
    db,
    'SELECT article_id FROM fingerprint_band WHERE band = ? ORDER BY article_id DESC LIMIT ?',
  ).pluck();
  return new Set(bands.flatMap((band) => inBand.all(band, limit)));
}

export interface StoredSketch {
  readonly articleId: number;
  readonly sketch: Buffer;
}

export function findSketches(db: ReadDb, articleIds: readonly number[]): StoredSketch[] {
  return statement<StoredSketch>(
    db,
    `SELECT article_id AS articleId, sketch FROM json_each(?) AS wanted
      CROSS JOIN fingerprint ON fingerprint.article_id = wanted.value`,
  ).all(JSON.stringify(articleIds));
}

export function findPending(db: ReadDb, limit: number): number[] {
  return statement<number>(
    db,
    'SELECT article_id FROM fingerprint_pending ORDER BY article_id LIMIT ?',
  )
    .pluck()
    .all(limit);
}

export function countPending(db: ReadDb): number {
  return statement<number>(db, 'SELECT count(*) FROM fingerprint_pending').pluck().get() ?? 0;
}
