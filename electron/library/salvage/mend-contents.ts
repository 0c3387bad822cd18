// Reader contents of a salvaged library: one that is damaged makes way where its page can be read again, and one that has
// lost its page becomes a page itself.
import type { SafeHtml } from '#contract/types/html.ts';
import { insertAsset } from '../clip/asset-repo.ts';
import { insertSnapshot } from '../clip/snapshot-repo.ts';
import type { AssetStore } from '../storage/asset-store.ts';
import { type ReadDb, statement, transaction, type WriteDb } from '../storage/database.ts';
import { unpackText } from '../storage/text-blob.ts';

/** Contents that nobody can unpack, and damaged ones that can be made again. Part of a transaction. */
export function dropDamagedContents(db: WriteDb, damaged: readonly number[]): void {
  for (const id of damaged) {
    const hasPage = statement(db, 'SELECT 1 FROM snapshot WHERE article_id = ?').get(id);
    if (hasPage || !canUnpack(db, id)) {
      statement(db, 'DELETE FROM reader_content WHERE article_id = ?').run(id);
    }
  }
}

function canUnpack(db: ReadDb, id: number): boolean {
  try {
    const row = findTexts(db, id);
    if (row) unpackText(row.text);
    return row !== undefined && unpackText(row.html) !== '';
  } catch {
    return false;
  }
}

const findTexts = (db: ReadDb, id: number) =>
  statement<{ html: Buffer; text: Buffer }>(
    db,
    'SELECT html, reader_text AS text FROM reader_content WHERE article_id = ?',
  ).get(id);

/** @returns how many contents lost their page @throws LibraryError disk_full */
export async function makePagesOfContents(
  db: WriteDb,
  assets: AssetStore,
  newUid: () => string,
  now: number,
): Promise<number> {
  const ids = statement<number>(
    db,
    'SELECT article_id FROM reader_content WHERE snapshot_id NOT IN (SELECT id FROM snapshot)',
  )
    .pluck()
    .all();
  for (const id of ids) {
    const row = findTexts(db, id);
    if (!row) continue;
    const html = unpackText(row.html) as SafeHtml;
    const bytes = new TextEncoder().encode(html);
    const assetName = await assets.put(bytes, 'bin');
    transaction(db, () => {
      const { byteLength: byteSize } = bytes;
      insertAsset(db, { name: assetName, byteSize, width: null, height: null, createdAt: now });
      const snapshotId = insertSnapshot(db, {
        uid: newUid(),
        articleId: id,
        assetName,
        kind: 'html',
        fileName: null,
        url: null,
        charset: 'utf-8',
        capturedAt: now,
      });
      statement(db, 'UPDATE reader_content SET snapshot_id = ? WHERE article_id = ?').run(
        snapshotId,
        id,
      );
    });
  }
  return ids.length;
}
