// Puts an article of a full export into the library as it was in another: every row, with the uids that they have.
import { nextArticleId } from '../../articles/article-repo.ts';
import { setEditsIn } from '../../blocks/edit-repo.ts';
import { insertWhole } from '../../clip/snapshot-repo.ts';
import { urlKey } from '../../clip/url-key.ts';
import type { WriteContext } from '../../context.ts';
import { pairKey } from '../../duplicates/pair-repo.ts';
import { putFingerprint } from '../../duplicates/put-fingerprint.ts';
import type { RowChange } from '../../journal/rows.ts';
import { NORMALISER_VERSION } from '../../search/normalise.ts';
import { reindexArticle } from '../../search/reindex-article.ts';
import { statement, type WriteDb } from '../../storage/database.ts';
import { type SealedTable, seal } from '../../storage/digest.ts';
import { packText } from '../../storage/text-blob.ts';
import { attachTag } from '../../tags/tag-repo.ts';
import type { ExactArticle } from './exact-article.ts';
import * as rows from './exact-rows.ts';
import type { SharedIds } from './put-shared.ts';
import { insertRow } from './row-access.ts';

/**
 * Part of a transaction. Its uid and its address must be new to the library, and its files and contents prepared.
 * @param fetches whether its pictures that are missing may be asked for
 * @returns its id
 */
export function insertExactArticle(
  { db, newUid }: Pick<WriteContext, 'db' | 'newUid'>,
  exact: ExactArticle,
  {
    shared,
    fetches,
    record,
  }: {
    readonly shared: SharedIds;
    readonly fetches: boolean;
    /** For what is not of the article alone: a collection may be one that goes again. */
    readonly record: (change: RowChange) => void;
  },
): number {
  const { article } = exact;
  const best = article.canonical_url ?? article.source_url;
  const id = nextArticleId(db);
  // Nobody's word is taken for what joins articles.
  const key = article.url_key === null || best === null ? null : urlKey(best);
  put('article', rows.articleRow, { ...article, url_key: key }, { id });
  for (const asset of exact.assets) insertAssetRow(db, asset);
  const snapshotIds = insertSnapshots();
  insertContent();
  if (exact.awaits && !exact.content) {
    statement(db, 'INSERT INTO awaited_text (article_id) VALUES (?)').run(id);
  }
  for (const one of exact.missing) {
    const state = fetches ? one.state : 'failed';
    insertRow(db, 'missing_picture', rows.missingRow, { ...one, state }, { article_id: id });
  }
  if (exact.note) put('note', rows.noteRow, exact.note, { article_id: id });
  for (const one of exact.highlights) put('highlight', rows.highlightRow, one, { article_id: id });
  for (const one of exact.edits) put('block_edit', rows.editRow, one, { article_id: id });
  insertMemberships();
  if (exact.content) putFingerprint(db, id, exact.content.text);
  reindexArticle(db, id);
  return id;

  function put(
    table: SealedTable,
    schema: Parameters<typeof insertRow>[2],
    row: Parameters<typeof insertRow>[3],
    beside: Parameters<typeof insertRow>[4],
  ): number {
    const made = insertRow(db, table, schema, withOwnUid(table, row), beside);
    seal(db, table, made);
    return made;
  }

  /** Another article here may have come by it, when two were merged there. */
  function withOwnUid(table: SealedTable, row: Parameters<typeof insertRow>[3]) {
    if (typeof row.uid !== 'string' || table === 'article') return row;
    const isTaken = statement(db, `SELECT 1 FROM ${table} WHERE uid = ?`).get(row.uid);
    return isTaken ? { ...row, uid: newUid() } : row;
  }

  function insertSnapshots(): Map<string, number> {
    const ids = new Map<string, number>();
    for (const { parts, sheets, sent, whole, kept, ...row } of exact.snapshots) {
      const snapshot = { snapshot_id: put('snapshot', rows.snapshotRow, row, { article_id: id }) };
      ids.set(row.uid, snapshot.snapshot_id);
      if (whole) insertWhole(db, snapshot.snapshot_id);
      for (const part of parts) put('snapshot_part', rows.partRow, part, snapshot);
      for (const sheet of sheets) insertRow(db, 'snapshot_sheet', rows.sheetRow, sheet, snapshot);
      if (sent) {
        statement(db, 'INSERT INTO rendered_snapshot (snapshot_id, sent_asset) VALUES (?, ?)').run(
          snapshot.snapshot_id,
          sent,
        );
      }
      for (const { html, text, edits, images, ...content } of kept) {
        const contentId = put('kept_content', rows.keptRow, content, {
          ...snapshot,
          html: packText(html),
          reader_text: packText(text),
        });
        for (const image of images) {
          insertRow(db, 'kept_image', rows.imageRow, image, { content_id: contentId });
        }
        const snapshotId = snapshot.snapshot_id;
        setEditsIn(db, { snapshotId, extractorVersion: content.extractor_version }, edits);
      }
    }
    return ids;
  }

  function insertContent(): void {
    const { content } = exact;
    const snapshotId = content && snapshotIds.get(content.snapshot);
    if (!content || snapshotId === undefined || snapshotId === null) return;
    const extractorVersion = content.extractor_version;
    statement(
      db,
      `INSERT INTO reader_content (article_id, snapshot_id, extractor_version, normaliser_version, html, reader_text)
        VALUES (?, ?, ?, ?, ?, ?)`,
    ).run(
      id,
      snapshotId,
      extractorVersion,
      NORMALISER_VERSION,
      packText(content.html),
      packText(content.text),
    );
    seal(db, 'reader_content', id);
    setEditsIn(db, { snapshotId, extractorVersion }, content.edits);
    for (const image of content.images) {
      insertRow(db, 'article_image', rows.imageRow, image, { article_id: id });
    }
    for (const link of exact.links) {
      const url_key = urlKey(link.url);
      if (url_key === null || url_key === key) continue;
      insertRow(db, 'link', rows.linkRow, { ...link, url_key }, { article_id: id });
    }
  }

  function insertMemberships(): void {
    for (const uid of exact.tags) {
      const tag = shared.tags.get(uid);
      if (tag !== undefined) attachTag(db, tag, id);
    }
    for (const { uid, position } of exact.collections) {
      const collection = shared.collections.get(uid);
      if (collection === undefined) continue;
      const { changes } = statement(
        db,
        `INSERT INTO collection_article (collection_id, position, article_id) VALUES (?, ?, ?)
          ON CONFLICT DO NOTHING`,
      ).run(collection, position, id);
      const key = { collection_id: collection, article_id: id };
      if (changes > 0) {
        record({ table: 'collection_article', key, before: null, after: { position } });
      }
    }
    for (const { uid, at } of exact.apart) {
      const other = statement<number>(db, 'SELECT id FROM article WHERE uid = ?').pluck().get(uid);
      if (other === undefined || other === id) continue;
      const { article_id, other_id } = pairKey(id, other);
      statement(
        db,
        'INSERT INTO told_apart (article_id, other_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      ).run(article_id, other_id, at);
    }
  }
}

function insertAssetRow(db: WriteDb, asset: ExactArticle['assets'][number]): void {
  statement(
    db,
    `INSERT INTO asset (name, byte_size, width, height, created_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (name) DO NOTHING`,
  ).run(asset.name, asset.byte_size, asset.width, asset.height, asset.created_at);
}
