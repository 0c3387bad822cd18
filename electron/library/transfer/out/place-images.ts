// Pictures of reader content, under the names that they have in an export.

import type { AssetName } from '#contract/types/asset.ts';
import type { SafeHtml } from '#contract/types/html.ts';
import type { StoredImage } from '../../articles/content-repo.ts';
import { showImages } from '../../articles/show-images.ts';

const SOURCE = /<img src="asset:([0-9a-f]{64}\.[a-z]+)"/g;

/**
 * Pictures that are not among those given leave their words.
 * @param images by position
 * @param pathOf as the page names it
 */
export function placeImages(
  html: SafeHtml,
  images: ReadonlyMap<number, StoredImage>,
  pathOf: (name: AssetName) => string,
): string {
  return showImages(html, images).replace(
    SOURCE,
    (_, name: AssetName) => `<img src="${pathOf(name)}"`,
  );
}
