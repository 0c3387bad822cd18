// Reads an article with all that belongs to it, as a full export has it. In an order that is the same in every library.
import type { AssetName } from '#contract/types/asset.ts';
import { awaitsText } from '../../articles/awaited-repo.ts';
import { findEditsIn } from '../../blocks/edit-repo.ts';
import { isWhole } from '../../clip/snapshot-repo.ts';
import { type ReadDb, statement } from '../../storage/database.ts';
import { unpackText } from '../../storage/text-blob.ts';
import type { ExactArticle } from './exact-article.ts';
import {
  articleRow,
  assetRow,
  editRow,
  highlightRow,
  imageRow,
  keptRow,
  linkRow,
  missingRow,
  noteRow,
  partRow,
  sheetRow,
  snapshotRow,
} from './exact-rows.ts';
import { readRows } from './row-access.ts';

type Snapshot = ExactArticle['snapshots'][number];

/** @returns null where it is not there. @throws an error of SQLite or zlib where it is damaged */
export function readExactArticle(db: ReadDb, id: number): ExactArticle | null {
  const [article] = readRows(db, articleRow, 'article AS one WHERE id = ?', id);
  if (!article) return null;
  const ofArticle = 'WHERE one.article_id = ? ORDER BY one.';
  const content = readContent(db, id);
  const snapshots = readSnapshots(db, id);
  const [note] = readRows(db, noteRow, `note AS one ${ofArticle}uid`, id);
  return {
    article,
    assets: assetsNamed(db, content, snapshots),
    content,
    awaits: awaitsText(db, id),
    links: readRows(db, linkRow, `link AS one ${ofArticle}url_key`, id),
    missing: readRows(db, missingRow, `missing_picture AS one ${ofArticle}url`, id).map((one) => ({
      ...one,
      // It is being fetched here, and nowhere else.
      state: one.state === 'failed' ? one.state : 'waiting',
    })),
    snapshots,
    note: note ?? null,
    highlights: readRows(db, highlightRow, `highlight AS one ${ofArticle}uid`, id),
    edits: readRows(db, editRow, `block_edit AS one ${ofArticle}uid`, id),
    tags: statement<string>(
      db,
      `SELECT tag.uid FROM article_tag JOIN tag ON tag.id = article_tag.tag_id
        WHERE article_tag.article_id = ? ORDER BY tag.uid`,
    )
      .pluck()
      .all(id),
    collections: statement<{ uid: string; position: number }>(
      db,
      `SELECT collection.uid, collection_article.position FROM collection_article
        JOIN collection ON collection.id = collection_article.collection_id
        WHERE collection_article.article_id = ? ORDER BY collection.uid`,
    ).all(id),
    apart: statement<{ uid: string; at: number }>(
      db,
      `SELECT other.uid, told_apart.at FROM told_apart
        JOIN article AS other ON other.id = iif(told_apart.article_id = @id, told_apart.other_id, told_apart.article_id)
        WHERE (told_apart.article_id = @id OR told_apart.other_id = @id) AND other.uid < @uid ORDER BY other.uid`,
    ).all({ id, uid: article.uid }),
  };
}

interface Packed {
  readonly html: Buffer;
  readonly reader_text: Buffer;
}

const unpacked = ({ html, reader_text }: Packed) => ({
  html: unpackText(html),
  text: unpackText(reader_text),
});

function readContent(db: ReadDb, articleId: number): ExactArticle['content'] {
  const row = statement<
    Packed & { snapshot: string; snapshotId: number; extractor_version: number }
  >(
    db,
    `SELECT html, reader_text, extractor_version, snapshot_id AS snapshotId, snapshot.uid AS snapshot
      FROM reader_content JOIN snapshot ON snapshot.id = reader_content.snapshot_id
      WHERE reader_content.article_id = ?`,
  ).get(articleId);
  if (!row) return null;
  const { snapshot, snapshotId, extractor_version } = row;
  return {
    snapshot,
    extractor_version,
    edits: findEditsIn(db, { snapshotId, extractorVersion: extractor_version }),
    ...unpacked(row),
    images: readRows(
      db,
      imageRow,
      'article_image AS one WHERE article_id = ? ORDER BY position',
      articleId,
    ),
  };
}

function readSnapshots(db: ReadDb, articleId: number): Snapshot[] {
  const found = readRows(
    db,
    snapshotRow,
    'snapshot AS one WHERE article_id = ? ORDER BY uid',
    articleId,
  );
  const idOf = statement<number>(db, 'SELECT id FROM snapshot WHERE uid = ?').pluck();
  return found.map((row) => {
    const id = idOf.get(row.uid) ?? 0;
    const ofSnapshot = 'WHERE one.snapshot_id = ? ORDER BY one.';
    return {
      ...row,
      parts: readRows(db, partRow, `snapshot_part AS one ${ofSnapshot}number`, id),
      sheets: readRows(db, sheetRow, `snapshot_sheet AS one ${ofSnapshot}id`, id),
      sent:
        statement<AssetName>(db, 'SELECT sent_asset FROM rendered_snapshot WHERE snapshot_id = ?')
          .pluck()
          .get(id) ?? null,
      whole: isWhole(db, id),
      kept: readKept(db, id),
    };
  });
}

function readKept(db: ReadDb, snapshotId: number): Snapshot['kept'] {
  const ofSnapshot = 'kept_content AS one WHERE snapshot_id = ? ORDER BY id';
  const packed = statement<Packed & { id: number }>(
    db,
    `SELECT id, html, reader_text FROM ${ofSnapshot}`,
  ).all(snapshotId);
  return readRows(db, keptRow, ofSnapshot, snapshotId).map((row, at) => {
    const its = packed[at];
    if (!its) throw new Error('rows of one statement are not those of the other');
    return {
      ...row,
      ...unpacked(its),
      edits: findEditsIn(db, { snapshotId, extractorVersion: row.extractor_version }),
      images: readRows(
        db,
        imageRow,
        'kept_image AS one WHERE content_id = ? ORDER BY position',
        its.id,
      ),
    };
  });
}

function assetsNamed(
  db: ReadDb,
  content: ExactArticle['content'],
  snapshots: readonly Snapshot[],
): ExactArticle['assets'] {
  const images = [content, ...snapshots.flatMap(({ kept }) => kept)].flatMap(
    (one) => one?.images ?? [],
  );
  const names = [
    ...images.map(({ asset_name }) => asset_name),
    ...snapshots.flatMap(({ asset_name, parts, sheets, sent }) => [
      asset_name,
      sent,
      ...[...parts, ...sheets].map((one) => one.asset_name),
    ]),
  ].filter((name) => name !== null);
  return readRows(
    db,
    assetRow,
    'asset AS one WHERE name IN (SELECT value FROM json_each(?)) ORDER BY name',
    JSON.stringify(names),
  );
}
