// Rows of the files that articles and snapshots name.
import type { AssetName } from '#contract/types/asset.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

export interface AssetRow {
  readonly name: AssetName;
  readonly byteSize: number;
  /** Pixels; null for what is no picture. */
  readonly width: number | null;
  readonly height: number | null;
  readonly createdAt: number;
}

/** Whether a row names this file, so that it has to stay. */
export function isAssetKept(db: ReadDb, name: AssetName): boolean {
  return statement(db, 'SELECT 1 FROM asset WHERE name = ?').get(name) !== undefined;
}

/** Does nothing where the file is known already. */
export function insertAsset(db: WriteDb, row: AssetRow): void {
  statement(
    db,
    `INSERT INTO asset (name, byte_size, width, height, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (name) DO NOTHING`,
  ).run(row.name, row.byteSize, row.width, row.height, row.createdAt);
}
