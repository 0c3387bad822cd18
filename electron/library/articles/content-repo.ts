// SQL of reader content: the sanitised HTML of an article, its text, and its pictures by position.
import type { AssetName } from '#contract/types/asset.ts';
import type { SafeHtml } from '#contract/types/html.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { seal } from '../storage/digest.ts';
import { packText, unpackText } from '../storage/text-blob.ts';

export interface ContentRow {
  readonly articleId: number;
  readonly snapshotId: number;
  readonly extractorVersion: number;
  /** Of the search index: an older one is indexed anew. */
  readonly normaliserVersion: number;
  readonly html: SafeHtml;
  readonly readerText: string;
}

/** Writes the reader content of an article in place of what it had, and seals it. */
export function putContent(db: WriteDb, content: ContentRow): void {
  statement(
    db,
    `INSERT INTO reader_content
      (article_id, snapshot_id, extractor_version, normaliser_version, html, reader_text)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (article_id) DO UPDATE SET
        snapshot_id = excluded.snapshot_id, extractor_version = excluded.extractor_version,
        normaliser_version = excluded.normaliser_version, html = excluded.html,
        reader_text = excluded.reader_text`,
  ).run(
    content.articleId,
    content.snapshotId,
    content.extractorVersion,
    content.normaliserVersion,
    packText(content.html),
    packText(content.readerText),
  );
  seal(db, 'reader_content', content.articleId);
}

/** @returns null where the article was never read, or has been lost */
export function findContent(
  db: ReadDb,
  articleId: number,
): { html: SafeHtml; readerText: string } | null {
  const row = statement<{ html: Buffer; reader_text: Buffer }>(
    db,
    'SELECT html, reader_text FROM reader_content WHERE article_id = ?',
  ).get(articleId);
  if (!row) return null;
  // What lies in the database went through sanitizeHtml when it was written.
  return { html: unpackText(row.html) as SafeHtml, readerText: unpackText(row.reader_text) };
}

/** The reader text alone. @returns null where there is none */
export function findReaderText(db: ReadDb, articleId: number): string | null {
  const packed = statement<Buffer>(
    db,
    'SELECT reader_text FROM reader_content WHERE article_id = ?',
  )
    .pluck()
    .get(articleId);
  return packed ? unpackText(packed) : null;
}

export interface ImageRow {
  /** `asset:N` in the reader content. */
  readonly position: number;
  /** Where it came from, so that a missing one can be tried again. */
  readonly url: string | null;
  /** Null where it could not be stored; its row in `asset` goes before this one. */
  readonly assetName: AssetName | null;
  readonly errorCode: string | null;
}

export function insertImage(db: WriteDb, articleId: number, image: ImageRow): void {
  statement(
    db,
    `INSERT INTO article_image (article_id, position, url, asset_name, error_code)
      VALUES (?, ?, ?, ?, ?)`,
  ).run(articleId, image.position, image.url, image.assetName, image.errorCode);
}

export interface StoredImage {
  readonly position: number;
  readonly assetName: AssetName;
  readonly width: number | null;
  readonly height: number | null;
}

/** The pictures that are stored, by position. */
export function findImages(db: ReadDb, articleId: number): Map<number, StoredImage> {
  const rows = statement<StoredImage>(
    db,
    `SELECT article_image.position, asset.name AS assetName, asset.width, asset.height
      FROM article_image JOIN asset ON asset.name = article_image.asset_name
      WHERE article_image.article_id = ?`,
  ).all(articleId);
  return new Map(rows.map((row) => [row.position, row]));
}
