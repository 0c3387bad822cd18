// SQL of deleting for good: an article with all that belongs to it, and files that nothing names any more.
import type { AssetName } from '#contract/types/asset.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

/** Those of the articles that are in the trash. */
export function findTrashed(db: ReadDb, ids: readonly number[]): number[] {
  return statement<number>(
    db,
    `SELECT article.id FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value
      WHERE article.trashed_at IS NOT NULL`,
  )
    .pluck()
    .all(JSON.stringify(ids));
}

/** Those that came into the trash before a time. */
export function findTrashedBefore(db: ReadDb, time: number): number[] {
  return statement<number>(
    db,
    'SELECT id FROM article WHERE trashed_at IS NOT NULL AND trashed_at < ? ORDER BY trashed_at',
  )
    .pluck()
    .all(time);
}

// Every column that names a file, with the articles that it belongs to as `article_id`.
const NAMED = `
  SELECT asset_name AS name, article_id FROM snapshot
  UNION ALL SELECT sheet.asset_name, snapshot.article_id FROM snapshot_sheet AS sheet
    JOIN snapshot ON snapshot.id = sheet.snapshot_id
  UNION ALL SELECT part.asset_name, snapshot.article_id FROM snapshot_part AS part
    JOIN snapshot ON snapshot.id = part.snapshot_id
  UNION ALL SELECT made.sent_asset, snapshot.article_id FROM rendered_snapshot AS made
    JOIN snapshot ON snapshot.id = made.snapshot_id
  UNION ALL SELECT asset_name, article_id FROM article_image
  UNION ALL SELECT image.asset_name, snapshot.article_id FROM kept_image AS image
    JOIN kept_content ON kept_content.id = image.content_id
    JOIN snapshot ON snapshot.id = kept_content.snapshot_id`;

/** The files that an article has, alone or with others. */
export function findAssetsOf(db: ReadDb, articleId: number): AssetName[] {
  return statement<AssetName>(
    db,
    `SELECT DISTINCT name FROM (${NAMED}) WHERE article_id = ? AND name IS NOT NULL`,
  )
    .pluck()
    .all(articleId);
}

/** Forgets those of the files that nothing names. @returns which those are */
export function deleteLooseAssets(db: WriteDb, names: readonly AssetName[]): AssetName[] {
  return statement<AssetName>(
    db,
    `DELETE FROM asset WHERE name IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM snapshot WHERE asset_name = asset.name)
        AND NOT EXISTS (SELECT 1 FROM snapshot_sheet WHERE asset_name = asset.name)
        AND NOT EXISTS (SELECT 1 FROM snapshot_part WHERE asset_name = asset.name)
        AND NOT EXISTS (SELECT 1 FROM rendered_snapshot WHERE sent_asset = asset.name)
        AND NOT EXISTS (SELECT 1 FROM article_image WHERE asset_name = asset.name)
        AND NOT EXISTS (SELECT 1 FROM kept_image WHERE asset_name = asset.name)
      RETURNING name`,
  )
    .pluck()
    .all(JSON.stringify(names));
}

/** With all rows that belong to it: they name it as their article. */
export function deleteArticle(db: WriteDb, id: number): void {
  statement(db, 'DELETE FROM article WHERE id = ?').run(id);
}
