// SQL of reader content as the reader needs it: sanitised HTML, its text, and its pictures by position.
import type { AssetName } from '#contract/types/asset.ts';
import type { SafeHtml } from '#contract/types/html.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { unpackText } from '../storage/text-blob.ts';

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

/** The text alone: what anchors count in. Null where the article was never read, or has been lost. */
export function findReaderText(db: ReadDb, articleId: number): string | null {
  const text = statement<Buffer>(db, 'SELECT reader_text FROM reader_content WHERE article_id = ?')
    .pluck()
    .get(articleId);
  return text ? unpackText(text) : null;
}

/** The PDF that the content was made from; null where it was made from something else. */
export function findPdf(db: ReadDb, articleId: number): AssetName | null {
  const asset = statement<AssetName>(
    db,
    `SELECT snapshot.asset_name FROM reader_content
      JOIN snapshot ON snapshot.id = reader_content.snapshot_id
      WHERE reader_content.article_id = ? AND snapshot.kind = 'pdf'`,
  )
    .pluck()
    .get(articleId);
  return asset ?? null;
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
