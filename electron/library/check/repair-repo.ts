// SQL of the repair: the rows of an article, and taking one of them from another database.
import type { AssetName } from '#contract/types/asset.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { type SealedTable, sealedTables } from '../storage/digest.ts';

const OF_SNAPSHOTS = 'snapshot_id IN (SELECT id FROM snapshot WHERE article_id = ?)';

const rowsOf: Readonly<Record<SealedTable, string>> = {
  article: 'SELECT id FROM article WHERE id = ?',
  snapshot: 'SELECT id FROM snapshot WHERE article_id = ?',
  snapshot_part: `SELECT id FROM snapshot_part WHERE ${OF_SNAPSHOTS}`,
  reader_content: 'SELECT article_id FROM reader_content WHERE article_id = ?',
  kept_content: `SELECT id FROM kept_content WHERE ${OF_SNAPSHOTS}`,
  highlight: 'SELECT id FROM highlight WHERE article_id = ?',
  note: 'SELECT id FROM note WHERE article_id = ?',
  block_edit: 'SELECT id FROM block_edit WHERE article_id = ?',
};

export interface RowOfArticle {
  readonly table: SealedTable;
  readonly id: number;
}

/** Those on which others stand come first. */
export function findRowsOfArticle(db: ReadDb, articleId: number): RowOfArticle[] {
  return sealedTables.flatMap((table) =>
    statement<number>(db, rowsOf[table])
      .pluck()
      .all(articleId)
      .map((id) => ({ table, id })),
  );
}

/** Whether the row is one of this article, there. Numbers of rows that are gone are given again. */
export function isRowOfArticle(
  db: ReadDb,
  { table, id }: RowOfArticle,
  articleId: number,
): boolean {
  return statement<number>(db, rowsOf[table]).pluck().all(articleId).includes(id);
}

/** All columns but the key; digest and all. */
export function takeRow(db: WriteDb, from: ReadDb, { table, id }: RowOfArticle): void {
  const key = table === 'reader_content' ? 'article_id' : 'id';
  const row = statement<Record<string, unknown>>(
    from,
    `SELECT * FROM ${table} WHERE ${key} = ?`,
  ).get(id);
  if (!row) return;
  const columns = Object.keys(row).filter((column) => column !== key);
  statement(
    db,
    `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE ${key} = ?`,
  ).run(...columns.map((column) => row[column]), id);
}

/** Every file that an article needs. */
export function findAssetsOfArticle(db: ReadDb, articleId: number): AssetName[] {
  return statement<AssetName>(
    db,
    `WITH page AS (SELECT id, asset_name FROM snapshot WHERE article_id = :id)
      SELECT asset_name FROM page
      UNION SELECT asset_name FROM snapshot_part WHERE snapshot_id IN (SELECT id FROM page)
      UNION SELECT asset_name FROM snapshot_sheet WHERE snapshot_id IN (SELECT id FROM page)
      UNION SELECT sent_asset FROM rendered_snapshot WHERE snapshot_id IN (SELECT id FROM page)
      UNION SELECT asset_name FROM article_image WHERE article_id = :id AND asset_name IS NOT NULL
      UNION SELECT kept_image.asset_name FROM kept_image
        JOIN kept_content ON kept_content.id = kept_image.content_id
        WHERE kept_content.snapshot_id IN (SELECT id FROM page) AND kept_image.asset_name IS NOT NULL`,
  )
    .pluck()
    .all({ id: articleId });
}
