// Which picture stands beside an article in a list.
import type { ArticleSummary } from '#contract/types/article.ts';
import type { Link } from './link.ts';

/** Smaller pictures are icons and spacers, not illustrations. */
const MIN_SIDE = 80;

/** @returns null where there is none worth showing; SVG is never shown outside the article's frame */
export function thumbnailUrl(link: Link, { thumbnail }: ArticleSummary): string | null {
  if (!thumbnail || thumbnail.asset.endsWith('.svg')) return null;
  const { width, height } = thumbnail;
  if ((width !== null && width < MIN_SIDE) || (height !== null && height < MIN_SIDE)) return null;
  return link.assetUrl(thumbnail.asset);
}
