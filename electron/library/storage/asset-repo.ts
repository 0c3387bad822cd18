// SQL of assets: which files the library holds. The files themselves are asset-store.ts.
import type { AssetName } from '#contract/types/asset.ts';
import { type ReadDb, statement, type WriteDb } from './database.ts';

export interface AssetRow {
  readonly name: AssetName;
  readonly byteSize: number;
  /** Pixels; null for what is no picture. */
  readonly width: number | null;
  readonly height: number | null;
  readonly createdAt: number;
}

/** Notes a file that AssetStore.put has written; one that is known already stays as it is. */
export function insertAsset(db: WriteDb, asset: AssetRow): void {
  statement(
    db,
    `INSERT INTO asset (name, byte_size, width, height, created_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING`,
  ).run(asset.name, asset.byteSize, asset.width, asset.height, asset.createdAt);
}

/** Every file that should be there, with the first article that needs it. */
export function findAssets(
  db: ReadDb,
): { name: AssetName; byteSize: number; articleUid: string | null }[] {
  return statement<{ name: AssetName; byteSize: number; articleUid: string | null }>(
    db,
    `SELECT name, byte_size AS byteSize, coalesce(
        (SELECT article.uid FROM snapshot JOIN article ON article.id = snapshot.article_id
          WHERE snapshot.asset_name = asset.name LIMIT 1),
        (SELECT article.uid FROM article_image JOIN article ON article.id = article_image.article_id
          WHERE article_image.asset_name = asset.name LIMIT 1)
      ) AS articleUid
      FROM asset ORDER BY name`,
  ).all();
}
