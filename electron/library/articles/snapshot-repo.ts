// SQL of snapshots: what was saved, as it was saved. Rows are never updated.
import type { AssetName } from '#contract/types/asset.ts';
import { statement, type WriteDb } from '../storage/database.ts';
import { seal } from '../storage/digest.ts';

export interface NewSnapshot {
  readonly uid: string;
  readonly articleId: number;
  /** The original bytes; its row in `asset` goes before this one. */
  readonly assetName: AssetName;
  readonly kind: 'html' | 'text';
  readonly fileName: string | null;
  readonly url: string | null;
  readonly charset: string;
  readonly capturedAt: number;
}

/** Inserts the row and seals it. @returns its id */
export function insertSnapshot(db: WriteDb, snapshot: NewSnapshot): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO snapshot (uid, article_id, asset_name, kind, file_name, url, charset, captured_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    snapshot.uid,
    snapshot.articleId,
    snapshot.assetName,
    snapshot.kind,
    snapshot.fileName,
    snapshot.url,
    snapshot.charset,
    snapshot.capturedAt,
  );
  const id = Number(lastInsertRowid);
  seal(db, 'snapshot', id);
  return id;
}
