// Rows of what belongs to snapshots: further pages, and what was sent before scripts ran.
import type { AssetName } from '#contract/types/asset.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { seal } from '../storage/digest.ts';

/** A page after the first of an article. */
export interface SnapshotPart {
  readonly assetName: AssetName;
  readonly url: string;
  /** Label of the transport; null where it gave none. */
  readonly charset: string | null;
}

/** Part of the transaction that inserts the snapshot; the rows of the assets are there. @param parts in their order, from page 2 */
export function insertParts(db: WriteDb, snapshotId: number, parts: readonly SnapshotPart[]): void {
  for (const [at, { assetName, url, charset }] of parts.entries()) {
    const { lastInsertRowid } = statement(
      db,
      `INSERT INTO snapshot_part (snapshot_id, number, asset_name, url, charset) VALUES (?, ?, ?, ?, ?)`,
    ).run(snapshotId, at + 2, assetName, url, charset);
    seal(db, 'snapshot_part', Number(lastInsertRowid));
  }
}

export function findParts(db: ReadDb, snapshotId: number): SnapshotPart[] {
  return statement<SnapshotPart>(
    db,
    `SELECT asset_name AS assetName, url, charset FROM snapshot_part
      WHERE snapshot_id = ? ORDER BY number`,
  ).all(snapshotId);
}

/** Of what an article shows. */
export const countShownParts = (db: ReadDb, articleId: number): number =>
  statement<number>(
    db,
    `SELECT count(*) FROM snapshot_part JOIN reader_content USING (snapshot_id) WHERE article_id = ?`,
  )
    .pluck()
    .get(articleId) ?? 0;

/** What an article shows came from several pages, or something of it is missing, which may be a further page. */
export const mayHaveParts = (db: ReadDb, articleId: number): boolean =>
  countShownParts(db, articleId) > 0 ||
  statement(db, 'SELECT 1 FROM article WHERE id = ? AND warning_code IS NOT NULL').get(
    articleId,
  ) !== undefined;

/** The snapshot is what scripts have made of what its site sent; part of the transaction that inserts it. */
export function insertRendered(db: WriteDb, snapshotId: number, sent: AssetName): void {
  statement(db, 'INSERT INTO rendered_snapshot (snapshot_id, sent_asset) VALUES (?, ?)').run(
    snapshotId,
    sent,
  );
}
