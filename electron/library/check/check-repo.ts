// SQL of the check: what should be there, and whether it agrees.
import type { AssetName } from '#contract/types/asset.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import type { SealedTable } from '../storage/digest.ts';

/** What SQLite says of the file's structure and of the search index; empty when all is well. */
export function findStructureFaults(db: ReadDb): string[] {
  return db.transaction(() => {
    // An index remembers its parts from when this connection last looked into it, and takes what is not there any more for
    // damage: looking into it makes it read them anew.
    for (const index of ['search_index', 'title_index']) {
      statement(db, `SELECT rowid FROM ${index} LIMIT 1`).get();
    }
    // Covers the full-text index, too: SQLite asks its virtual tables, and that needs no right to write.
    const lines = statement<string>(db, 'PRAGMA quick_check').pluck().all();
    return lines.filter((line) => line !== 'ok');
  })();
}

const articleOfRow: Readonly<Record<SealedTable, string>> = {
  article: 'SELECT uid FROM article WHERE id = ?',
  snapshot:
    'SELECT article.uid FROM snapshot JOIN article ON article.id = article_id WHERE snapshot.id = ?',
  snapshot_part:
    'SELECT article.uid FROM snapshot_part JOIN snapshot ON snapshot.id = snapshot_id JOIN article ON article.id = article_id WHERE snapshot_part.id = ?',
  reader_content: 'SELECT uid FROM article WHERE id = ?',
  kept_content:
    'SELECT article.uid FROM kept_content JOIN snapshot ON snapshot.id = snapshot_id JOIN article ON article.id = article_id WHERE kept_content.id = ?',
  highlight:
    'SELECT article.uid FROM highlight JOIN article ON article.id = article_id WHERE highlight.id = ?',
  note: 'SELECT article.uid FROM note JOIN article ON article.id = article_id WHERE note.id = ?',
  block_edit:
    'SELECT article.uid FROM block_edit JOIN article ON article.id = article_id WHERE block_edit.id = ?',
};

/** The article to which a row belongs. */
export function findArticleOfRow(db: ReadDb, table: SealedTable, id: number): string | null {
  return statement<string>(db, articleOfRow[table]).pluck().get(id) ?? null;
}

export interface ExpectedAsset {
  readonly name: AssetName;
  readonly byteSize: number;
  /** An article that needs it. */
  readonly uid: string | null;
}

/** Files that should be there, by name. */
export function findExpectedAssets(
  db: ReadDb,
  { after, limit }: { after: string; limit: number },
): ExpectedAsset[] {
  return statement<ExpectedAsset>(
    db,
    `SELECT name, byte_size AS byteSize, coalesce(
        (SELECT article.uid FROM snapshot JOIN article ON article.id = snapshot.article_id
          WHERE snapshot.asset_name = asset.name LIMIT 1),
        (SELECT article.uid FROM snapshot_part JOIN snapshot ON snapshot.id = snapshot_part.snapshot_id
          JOIN article ON article.id = snapshot.article_id
          WHERE snapshot_part.asset_name = asset.name LIMIT 1),
        (SELECT article.uid FROM snapshot_sheet
          JOIN snapshot ON snapshot.id = snapshot_sheet.snapshot_id
          JOIN article ON article.id = snapshot.article_id
          WHERE snapshot_sheet.asset_name = asset.name LIMIT 1),
        (SELECT article.uid FROM rendered_snapshot AS made JOIN snapshot ON snapshot.id = made.snapshot_id
          JOIN article ON article.id = snapshot.article_id
          WHERE made.sent_asset = asset.name LIMIT 1),
        (SELECT article.uid FROM article_image JOIN article ON article.id = article_image.article_id
          WHERE article_image.asset_name = asset.name LIMIT 1),
        (SELECT article.uid FROM kept_image
          JOIN kept_content ON kept_content.id = kept_image.content_id
          JOIN snapshot ON snapshot.id = kept_content.snapshot_id
          JOIN article ON article.id = snapshot.article_id
          WHERE kept_image.asset_name = asset.name LIMIT 1)
      ) AS uid
      FROM asset WHERE name > ? ORDER BY name LIMIT ?`,
  ).all(after, limit);
}

/** How many articles the search index holds. */
export function countIndexed(db: ReadDb): number {
  return statement<number>(db, 'SELECT count(*) FROM search_index_docsize').pluck().get() ?? 0;
}

/** Articles that search cannot find, and that are not known to be left to be indexed. */
export function findUnindexed(db: ReadDb): string[] {
  return statement<string>(
    db,
    `SELECT uid FROM article
      WHERE NOT EXISTS (SELECT 1 FROM index_pending WHERE article_id = article.id)
        AND (NOT EXISTS (SELECT 1 FROM search_index_docsize WHERE id = article.id)
          OR NOT EXISTS (SELECT 1 FROM title_index_docsize WHERE id = article.id))`,
  )
    .pluck()
    .all();
}

/** Entries of the search index whose article is gone. */
export function countStray(db: ReadDb): number {
  return (
    statement<number>(
      db,
      `SELECT count(*) FROM search_index_docsize
        WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.id = search_index_docsize.id)`,
    )
      .pluck()
      .get() ?? 0
  );
}

/** Articles whose snapshot is not there, although they had one: nothing to make their text from again. */
export function findWithoutSnapshot(db: ReadDb): string[] {
  return statement<string>(
    db,
    `SELECT uid FROM article
      WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE article_id = article.id)
        AND NOT EXISTS (SELECT 1 FROM awaited_text WHERE article_id = article.id)`,
  )
    .pluck()
    .all();
}
