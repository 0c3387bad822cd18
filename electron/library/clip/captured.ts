// What was captured of a page: it becomes an article, or a further version of one.
import type { AssetName } from '#contract/types/asset.ts';
import type { WriteContext } from '../context.ts';
import { assetNameOf } from '../storage/asset-store.ts';
import { insertAsset } from './asset-repo.ts';
import type { ClipSource } from './clip-source.ts';
import type { WholePage } from './further-pages.ts';
import type { StoredSheet } from './gather-sheets.ts';
import type { PageAddress } from './page-address.ts';
import { insertParts, insertRendered } from './part-repo.ts';
import { insertSheet, insertSnapshot, insertWhole } from './snapshot-repo.ts';

export interface Captured extends WholePage {
  readonly source: ClipSource;
  /** The bytes as they were handed in, in the asset store. */
  readonly original: AssetName;
  /** What the site sent, in the asset store as well, where `source` holds what scripts have made of it. */
  readonly sent: Uint8Array | null;
  readonly address: PageAddress;
  readonly sheets: readonly StoredSheet[];
}

/** Part of a transaction. @returns the id of the snapshot */
export function insertCaptured(
  { db, newUid }: Pick<WriteContext, 'db' | 'newUid'>,
  articleId: number,
  { source, original, sent, page, parts, sheets, address }: Captured,
  capturedAt: number,
  now: number,
): number {
  const size = { byteSize: source.bytes.byteLength, width: null, height: null };
  insertAsset(db, { name: original, ...size, createdAt: now });
  for (const { assetName, byteSize } of parts) {
    insertAsset(db, { ...size, name: assetName, byteSize, createdAt: now });
  }
  const snapshotId = insertSnapshot(db, {
    uid: newUid(),
    articleId,
    assetName: original,
    kind: page.kind,
    fileName: source.fileName,
    url: address.sourceUrl,
    charset: page.charset,
    capturedAt,
  });
  if (source.isWhole) insertWhole(db, snapshotId);
  insertParts(db, snapshotId, parts);
  for (const { path, name, byteSize } of sheets) {
    insertAsset(db, { ...size, name, byteSize, createdAt: now });
    insertSheet(db, snapshotId, { path, assetName: name });
  }
  if (sent) {
    const name = assetNameOf(sent, 'bin');
    insertAsset(db, { ...size, name, byteSize: sent.byteLength, createdAt: now });
    insertRendered(db, snapshotId, name);
  }
  return snapshotId;
}
