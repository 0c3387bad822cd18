// An article as exports need it: everything that is known of it, and its content as it is stored.
import type { AssetName } from '#contract/types/asset.ts';
import type { CollectionUid } from '#contract/types/collection.ts';
import type { Highlight } from '#contract/types/highlight.ts';
import type { SafeHtml } from '#contract/types/html.ts';
import { findContent, findImages, findPdf, type StoredImage } from '../../articles/content-repo.ts';
import { findTree } from '../../collections/collection-repo.ts';
import { findOfArticle } from '../../highlights/highlight-repo.ts';
import { toHighlight } from '../../highlights/highlight-row.ts';
import type { ReadDb } from '../../storage/database.ts';
import type { ArticleFacts, CollectionPath } from './facts-repo.ts';

export interface ExportedArticle extends ArticleFacts {
  /** In the order of the text; those without a place come first. */
  readonly highlights: readonly Highlight[];
  /** Pictures stand in it as `asset:N`. Null while it awaits its text. */
  readonly html: SafeHtml | null;
  readonly text: string;
  /** The stored ones, by N. */
  readonly images: ReadonlyMap<number, StoredImage>;
  /** What it was made from, where that was a PDF. */
  readonly pdf: AssetName | null;
}

export function readExported(db: ReadDb, id: number, facts: ArticleFacts): ExportedArticle {
  const content = findContent(db, id);
  return {
    ...facts,
    highlights: findOfArticle(db, id).map(toHighlight),
    html: content?.html ?? null,
    text: content?.readerText ?? '',
    images: findImages(db, id),
    pdf: findPdf(db, id),
  };
}

export function collectionPaths(db: ReadDb): Map<CollectionUid, CollectionPath> {
  const paths = new Map<CollectionUid, CollectionPath>();
  // Each comes before those that are in it.
  for (const { uid, name, parent } of findTree(db)) {
    paths.set(uid, [...((parent !== null && paths.get(parent)) || []), name]);
  }
  return paths;
}
