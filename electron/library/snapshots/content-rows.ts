// SQL of whole reader contents: the one in use as it lies in the rows of its article, and those kept aside.
import type { ErrorCode } from '#contract/errors.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { SafeHtml } from '#contract/types/html.ts';
import type { Problem } from '#contract/types/problem.ts';
import { findReaderText } from '../articles/content-repo.ts';
import { findEditsIn, setEditsIn } from '../blocks/edit-repo.ts';
import { insertAsset } from '../clip/asset-repo.ts';
import type { GatheredImage } from '../clip/gather-images.ts';
import type { NewContent } from '../clip/replace-content.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { seal } from '../storage/digest.ts';
import { packText, unpackText } from '../storage/text-blob.ts';

/** What a content was made from, and by which generation of the page reader. */
export interface ContentKey {
  readonly snapshotId: number;
  readonly extractorVersion: number;
}

/** Of the content in use; null where there is none. */
export function findKeyInUse(db: ReadDb, articleId: number): ContentKey | null {
  const row = statement<ContentKey>(
    db,
    `SELECT snapshot_id AS snapshotId, extractor_version AS extractorVersion FROM reader_content
      WHERE article_id = ?`,
  ).get(articleId);
  return row ?? null;
}

/** What of a snapshot was put aside last: what the article showed of it. */
export function findKeptKey(db: ReadDb, snapshotId: number): ContentKey | null {
  const row = statement<ContentKey>(
    db,
    `SELECT snapshot_id AS snapshotId, extractor_version AS extractorVersion FROM kept_content
      WHERE snapshot_id = ? ORDER BY id DESC LIMIT 1`,
  ).get(snapshotId);
  return row ?? null;
}

interface ContentRow {
  readonly id: number;
  readonly html: Buffer;
  readonly reader_text: Buffer;
  readonly excerpt: string;
  readonly word_count: number;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl' | null;
  readonly lead_image: number | null;
  readonly warning_code: Problem['code'] | null;
  readonly warning_message: string | null;
  /** JSON */
  readonly links: string;
}

const FACTS =
  'html, reader_text, excerpt, word_count, lang, dir, lead_image, warning_code, warning_message';

/** The content in use, as it would be put back. */
export function findWholeContent(db: ReadDb, articleId: number): NewContent | null {
  const row = statement<ContentRow>(
    db,
    `SELECT article.id, ${FACTS}, (
        SELECT json_group_array(json_object('url', url, 'text', text)) FROM link
          WHERE link.article_id = article.id
      ) AS links
      FROM reader_content JOIN article ON article.id = reader_content.article_id
      WHERE article.id = ?`,
  ).get(articleId);
  const key = findKeyInUse(db, articleId);
  if (!row || !key) return null;
  return toContent(db, key, row, findPictures(db, 'article_image', 'article_id', row.id));
}

export function findKept(db: ReadDb, key: ContentKey): NewContent | null {
  const row = statement<ContentRow>(
    db,
    `SELECT id, ${FACTS}, links FROM kept_content WHERE snapshot_id = ? AND extractor_version = ?`,
  ).get(key.snapshotId, key.extractorVersion);
  return row ? toContent(db, key, row, findPictures(db, 'kept_image', 'content_id', row.id)) : null;
}

/** The reader text of one snapshot, by the newest page reader that read it; null where it never was read. */
export function findTextOf(db: ReadDb, articleId: number, snapshotId: number): string | null {
  const kept = statement<{ readonly version: number; readonly text: Buffer }>(
    db,
    `SELECT extractor_version AS version, reader_text AS text FROM kept_content
      WHERE snapshot_id = ? ORDER BY extractor_version DESC LIMIT 1`,
  ).get(snapshotId);
  const inUse = findKeyInUse(db, articleId);
  const isShown = inUse?.snapshotId === snapshotId;
  if (isShown && (!kept || inUse.extractorVersion >= kept.version)) {
    return findReaderText(db, articleId);
  }
  return kept ? unpackText(kept.text) : null;
}

/** Every content that is kept of an article's snapshots, the newest first. */
export function findKeptTexts(
  db: ReadDb,
  articleId: number,
): { readonly key: ContentKey; readonly text: string }[] {
  return statement<ContentKey & { readonly text: Buffer }>(
    db,
    `SELECT snapshot_id AS snapshotId, extractor_version AS extractorVersion, reader_text AS text
      FROM kept_content JOIN snapshot ON snapshot.id = kept_content.snapshot_id
      WHERE snapshot.article_id = ? ORDER BY kept_content.id DESC`,
  )
    .all(articleId)
    .map(({ text, ...key }) => ({ key, text: unpackText(text) }));
}

export function deleteKept(db: WriteDb, key: ContentKey): void {
  statement(db, 'DELETE FROM kept_content WHERE snapshot_id = ? AND extractor_version = ?').run(
    key.snapshotId,
    key.extractorVersion,
  );
}

/** In place of what was kept under this key; part of a transaction. Its files are in the asset store. */
export function putKept(db: WriteDb, key: ContentKey, content: NewContent, now: number): void {
  deleteKept(db, key);
  const { facts } = content;
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO kept_content (snapshot_id, extractor_version, ${FACTS}, links)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    key.snapshotId,
    key.extractorVersion,
    packText(content.html),
    packText(content.readerText),
    facts.excerpt,
    facts.wordCount,
    facts.lang,
    facts.dir,
    content.leadImage,
    facts.warning?.code ?? null,
    facts.warning?.message ?? null,
    JSON.stringify(content.links.map(({ url, text }) => ({ url, text }))),
  );
  const id = Number(lastInsertRowid);
  content.images.forEach(({ url, picture, errorCode }, position) => {
    if (picture) insertAsset(db, { ...picture, createdAt: now });
    statement(
      db,
      `INSERT INTO kept_image (content_id, position, url, asset_name, error_code)
        VALUES (?, ?, ?, ?, ?)`,
    ).run(id, position, url, picture?.name ?? null, errorCode);
  });
  setEditsIn(db, key, content.edits);
  seal(db, 'kept_content', id);
}

function toContent(
  db: ReadDb,
  key: ContentKey,
  row: ContentRow,
  images: GatheredImage[],
): NewContent {
  return {
    // What lies in the database went through sanitizeHtml when it was written.
    html: unpackText(row.html) as SafeHtml,
    readerText: unpackText(row.reader_text),
    images,
    links: JSON.parse(row.links) as NewContent['links'],
    leadImage: row.lead_image,
    edits: findEditsIn(db, key),
    facts: {
      excerpt: row.excerpt,
      wordCount: row.word_count,
      lang: row.lang,
      dir: row.dir,
      warning: row.warning_code && { code: row.warning_code, message: row.warning_message ?? '' },
    },
  };
}

/** Pictures of what an article shows, where they can be had again by an address. */
export const findStoredImages = (db: ReadDb, articleId: number): GatheredImage[] =>
  findPictures(db, 'article_image', 'article_id', articleId).filter(
    ({ url, picture }) => url !== null && picture !== null,
  );

function findPictures(
  db: ReadDb,
  table: 'article_image' | 'kept_image',
  owner: 'article_id' | 'content_id',
  id: number,
): GatheredImage[] {
  const rows = statement<{
    readonly url: string | null;
    readonly errorCode: ErrorCode | null;
    readonly name: AssetName | null;
    readonly byteSize: number;
    readonly width: number | null;
    readonly height: number | null;
  }>(
    db,
    `SELECT url, error_code AS errorCode, asset.name, byte_size AS byteSize, width, height
      FROM ${table} LEFT JOIN asset ON asset.name = asset_name
      WHERE ${owner} = ? ORDER BY position`,
  ).all(id);
  return rows.map(({ url, errorCode, name, byteSize, width, height }) => ({
    url,
    errorCode,
    picture: name && { name, byteSize, width, height },
  }));
}
