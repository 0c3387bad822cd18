// Puts the stored pictures into reader content: `asset:N` becomes the file's name, with its size so that nothing jumps.
import { NOT_IN_TEXT } from '#contract/reader-text.ts';
import type { SafeHtml } from '#contract/types/html.ts';
import type { StoredImage } from './content-repo.ts';

// Exactly as sanitizeHtml writes it. Text and attributes of an article cannot look like this: there `<` in text and
// `"` in attributes are escaped.
const IMAGE = /<img src="asset:(\d+)"((?: [a-z][a-z-]*="[^"]*")*)\s*\/?>/g;
const ALT = / alt="([^"]*)"/;
const SIZE = / (?:width|height)="[^"]*"/g;

/** What a picture that is not there leaves in its place. */
interface Leaves {
  /** An element that says which it is, words or none, so that it can be put there later: `showLate` in the frame. */
  readonly places?: boolean;
}

/**
 * Pictures that are not stored leave their alternative text, or nothing. It stands in an element that the article's frame
 * knows for ours: the reader text, which anchors count in, has no words of pictures.
 */
export function showImages(
  html: SafeHtml,
  images: ReadonlyMap<number, StoredImage>,
  { places = false }: Leaves = {},
): SafeHtml {
  const shown = html.replace(IMAGE, (_, position: string, attributes: string) => {
    const image = images.get(Number(position));
    if (!image) return missing(attributes, places ? position : '');
    const size =
      image.width !== null && image.height !== null
        ? ` width="${image.width}" height="${image.height}"`
        : '';
    const others = size ? attributes.replace(SIZE, '') : attributes;
    return `<img src="asset:${image.assetName}"${size}${others}>`;
  });
  // Still what sanitizeHtml let through: only names of files, numbers and escaped text were put in.
  return shown as SafeHtml;
}

function missing(attributes: string, position: string): string {
  const alt = ALT.exec(attributes)?.[1]?.trim() ?? '';
  if (alt === '' && position === '') return '';
  // In an attribute `<` may stand as it is; in text it may not. Entities mean the same in both.
  const words = alt.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<span class="missing-picture" ${NOT_IN_TEXT}="${position}">${words}</span>`;
}
