// What of an article takes time comes first: its contents are sanitised once more, and its files put into the store.
import type { AssetName } from '#contract/types/asset.ts';
import type { AssetHold } from '../../clip/asset-keeper.ts';
import type { PageParser } from '../../ports.ts';
import { cleanContents } from './clean-contents.ts';
import type { ExactArticle } from './exact-article.ts';
import type { ExactSource } from './exact-source.ts';
import { putFiles } from './put-files.ts';

export interface PreparedArticle {
  readonly exact: ExactArticle;
  /** Files that were not in the export, or not whole: it lacks them, as one does whose file a disk has lost. */
  readonly missing: readonly AssetName[];
}

/** @throws LibraryError cancelled, timed_out, too_large, disk_full, read_only */
export async function prepareExactArticle(
  parser: PageParser,
  found: { readonly article: ExactArticle; readonly source: ExactSource },
  hold: AssetHold,
  signal: AbortSignal,
): Promise<PreparedArticle> {
  const exact = await cleanContents(parser, found.article, signal);
  return { exact, missing: await putFiles(hold, exact, found.source, signal) };
}
