// Rows of what was captured and of what was made from it.
import type { ErrorCode } from '#contract/errors.ts';
import type { SnapshotKind } from '#contract/page.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { SafeHtml } from '#contract/types/html.ts';
import type { SnapshotUid } from '#contract/types/snapshot.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { insertSealed } from '../storage/digest.ts';
import { type PackedContent, packContent } from './pack-content.ts';

export interface SnapshotRow {
  readonly uid: string;
  readonly articleId: number;
  readonly assetName: AssetName;
  readonly kind: SnapshotKind;
  readonly fileName: string | null;
  /** Where it was captured. */
  readonly url: string | null;
  readonly charset: string;
  readonly capturedAt: number;
}

/** @returns the id inside SQL */
export function insertSnapshot(db: WriteDb, row: SnapshotRow): number {
  const id = statement<number>(db, 'SELECT coalesce(max(id), 0) + 1 FROM snapshot').pluck().get();
  if (id === undefined) throw new Error('A snapshot got no number.');
  insertSealed(db, 'snapshot', {
    id,
    uid: row.uid,
    article_id: row.articleId,
    asset_name: row.assetName,
    kind: row.kind,
    file_name: row.fileName,
    url: row.url,
    charset: row.charset,
    captured_at: row.capturedAt,
  });
  return id;
}

/** Another program extracted it already: all of it is the article. */
export function insertWhole(db: WriteDb, snapshotId: number): void {
  statement(db, 'INSERT INTO whole_snapshot (snapshot_id) VALUES (?)').run(snapshotId);
}

export const isWhole = (db: ReadDb, snapshotId: number): boolean =>
  statement(db, 'SELECT 1 FROM whole_snapshot WHERE snapshot_id = ?').get(snapshotId) !== undefined;

interface SheetRow {
  readonly path: string;
  readonly assetName: AssetName;
}

/** A style sheet that was saved beside the page. */
export function insertSheet(db: WriteDb, snapshotId: number, { path, assetName }: SheetRow): void {
  statement(db, 'INSERT INTO snapshot_sheet (snapshot_id, path, asset_name) VALUES (?, ?, ?)').run(
    snapshotId,
    path,
    assetName,
  );
}

export const findSheets = (db: ReadDb, snapshotId: number): SheetRow[] =>
  statement<SheetRow>(
    db,
    `SELECT path, asset_name AS assetName FROM snapshot_sheet WHERE snapshot_id = ? ORDER BY id`,
  ).all(snapshotId);

export interface StoredSnapshot extends Omit<SnapshotRow, 'uid' | 'capturedAt'> {
  readonly id: number;
}

/** The one that the reader content was made from; where there is no content, the newest. */
export function findSnapshotInUse(db: ReadDb, articleId: number): StoredSnapshot | null {
  const row = statement<StoredSnapshot>(
    db,
    `SELECT snapshot.id, snapshot.article_id AS articleId, asset_name AS assetName, kind,
        file_name AS fileName, url, charset
      FROM snapshot LEFT JOIN reader_content ON reader_content.snapshot_id = snapshot.id
      WHERE snapshot.article_id = ?
      ORDER BY reader_content.snapshot_id IS NULL, captured_at DESC, snapshot.id DESC LIMIT 1`,
  ).get(articleId);
  return row ?? null;
}

/** @returns null where it is not in the library */
export function findSnapshotByUid(db: ReadDb, uid: SnapshotUid): StoredSnapshot | null {
  const row = statement<StoredSnapshot>(
    db,
    `SELECT id, article_id AS articleId, asset_name AS assetName, kind, file_name AS fileName, url,
        charset FROM snapshot WHERE uid = ?`,
  ).get(uid);
  return row ?? null;
}

export function countSnapshots(db: ReadDb, articleId: number): number {
  return (
    statement<number>(db, 'SELECT count(*) FROM snapshot WHERE article_id = ?')
      .pluck()
      .get(articleId) ?? 0
  );
}

export interface ReaderContentRow {
  readonly articleId: number;
  readonly snapshotId: number;
  readonly extractorVersion: number;
  readonly normaliserVersion: number;
  readonly html: SafeHtml;
  readonly readerText: string;
  /** Where somebody packed them before. */
  readonly packed?: PackedContent | undefined;
}

export function insertReaderContent(db: WriteDb, row: ReaderContentRow): void {
  const packed = row.packed ?? packContent(row);
  insertSealed(db, 'reader_content', {
    article_id: row.articleId,
    snapshot_id: row.snapshotId,
    extractor_version: row.extractorVersion,
    normaliser_version: row.normaliserVersion,
    html: packed.html,
    reader_text: packed.readerText,
  });
}

export function deleteReaderContent(db: WriteDb, articleId: number): void {
  statement(db, 'DELETE FROM reader_content WHERE article_id = ?').run(articleId);
}

export interface ArticleImageRow {
  readonly articleId: number;
  /** `asset:N` in the reader content. */
  readonly position: number;
  readonly url: string | null;
  readonly assetName: AssetName | null;
  readonly errorCode: ErrorCode | null;
}

export function insertArticleImage(db: WriteDb, row: ArticleImageRow): void {
  statement(
    db,
    `INSERT INTO article_image (article_id, position, url, asset_name, error_code)
     VALUES (?, ?, ?, ?, ?)`,
  ).run(row.articleId, row.position, row.url, row.assetName, row.errorCode);
}

export function deleteArticleImages(db: WriteDb, articleId: number): void {
  statement(db, 'DELETE FROM article_image WHERE article_id = ?').run(articleId);
}
