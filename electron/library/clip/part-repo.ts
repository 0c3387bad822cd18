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

/** The snapshot is what scripts have made of what its site sent; part of the transaction that inserts it. */
export function insertRendered(db: WriteDb, snapshotId: number, sent: AssetName): void {
  statement(db, 'INSERT INTO rendered_snapshot (snapshot_id, sent_asset) VALUES (?, ?)').run(
    snapshotId,
    sent,
  );
}
