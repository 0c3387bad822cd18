// The pictures of an article as they are stored, in place of the sites and folders from which they came: reading a page
// again needs no network, and gets what was there when it was clipped.

import type { ErrorCode } from '#contract/errors.ts';
import { LibraryError } from '#contract/errors.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { Fetcher } from '../ports.ts';
import type { AssetStore } from '../storage/asset-store.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import type { OpenCompanion } from './companions.ts';
import { COMPANION, type GatheredImage } from './gather-images.ts';

interface PictureRow {
  readonly url: string;
  readonly assetName: AssetName | null;
  readonly errorCode: ErrorCode | null;
}

export interface StoredPictures {
  readonly fetcher: Fetcher;
  readonly openCompanion: OpenCompanion;
  /** Why a picture that is still missing was missing before; those that nobody asked for yet wait for a network. */
  withReason(image: GatheredImage): GatheredImage;
}

/** Where each stored picture of an article stood. */
export function storedAddresses(
  db: ReadDb,
  articleId: number,
): { readonly url: string; readonly asset: AssetName }[] {
  return statement<{ url: string; asset: AssetName }>(
    db,
    `SELECT url, asset_name AS asset FROM article_image
      WHERE article_id = ? AND url IS NOT NULL AND asset_name IS NOT NULL ORDER BY position`,
  ).all(articleId);
}

export function storedPictures(db: ReadDb, assets: AssetStore, articleId: number): StoredPictures {
  const rows = statement<PictureRow>(
    db,
    `SELECT url, asset_name AS assetName, error_code AS errorCode FROM article_image
      WHERE article_id = ? AND url IS NOT NULL ORDER BY position DESC`,
  ).all(articleId);
  const byUrl = new Map(rows.map((row) => [row.url, row]));

  const read = async (url: string) => {
    const name = byUrl.get(url)?.assetName;
    if (!name) throw new LibraryError('not_found', 'This picture is not stored.');
    return assets.read(name);
  };
  return {
    fetcher: {
      fetch: async ({ url }) => ({ url, bytes: await read(url), mediaType: null, charset: null }),
    },
    openCompanion: (path) => read(COMPANION + path),
    withReason(image) {
      if (image.picture) return image;
      const { url, failure } = image;
      const before = url === null ? undefined : byUrl.get(url);
      // Where there is neither a picture nor a reason, nothing is missing: it only counts readers.
      const isNone = before?.assetName === null && before.errorCode === null;
      const errorCode = isNone ? null : (before?.errorCode ?? 'offline');
      if (errorCode === null || !failure) return { url, picture: null, errorCode };
      const error = new LibraryError(errorCode, '');
      return { url, picture: null, errorCode, failure: { ...failure, error } };
    },
  };
}
