// SQL of what takes room.
import type { AssetName } from '#contract/types/asset.ts';
import { type ReadDb, statement } from '../storage/database.ts';

/** Bytes by table, indexes under their own names. Reads the whole file. */
export function findTableSizes(db: ReadDb): { name: string; bytes: number }[] {
  return statement<{ name: string; bytes: number }>(
    db,
    'SELECT name, pgsize AS bytes FROM dbstat WHERE aggregate = TRUE',
  ).all();
}

export function findFreeBytes(db: ReadDb): number {
  const pages = db.pragma('freelist_count', { simple: true }) as number;
  return pages * (db.pragma('page_size', { simple: true }) as number);
}

const IS_PAGE = `(
  EXISTS (SELECT 1 FROM snapshot WHERE asset_name = asset.name)
  OR EXISTS (SELECT 1 FROM snapshot_part WHERE asset_name = asset.name)
  OR EXISTS (SELECT 1 FROM snapshot_sheet WHERE asset_name = asset.name)
  OR EXISTS (SELECT 1 FROM rendered_snapshot WHERE sent_asset = asset.name))`;
const IS_PICTURE = `(
  EXISTS (SELECT 1 FROM article_image WHERE asset_name = asset.name)
  OR EXISTS (SELECT 1 FROM kept_image WHERE asset_name = asset.name))`;

export interface AssetUse {
  readonly name: AssetName;
  readonly bytes: number;
  readonly use: 'page' | 'picture' | 'none';
}

/** Every file that has a row, and what it is there for. */
export function eachAsset(db: ReadDb): IterableIterator<AssetUse> {
  return statement<AssetUse>(
    db,
    `SELECT name, byte_size AS bytes,
        CASE WHEN ${IS_PAGE} THEN 'page' WHEN ${IS_PICTURE} THEN 'picture' ELSE 'none' END AS use
      FROM asset`,
  ).iterate();
}
