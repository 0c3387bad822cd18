// Takes the files of an article out of a full export into the library. A file is what its name says, or it does not come.
import { LibraryError } from '#contract/errors.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { AssetHold } from '../../clip/asset-keeper.ts';
import { assetNameOf } from '../../storage/asset-store.ts';
import type { ExactArticle } from './exact-article.ts';
import type { ExactSource } from './exact-source.ts';

/** @returns those that did not come. @throws LibraryError cancelled, disk_full, read_only */
export async function putFiles(
  hold: AssetHold,
  { assets }: ExactArticle,
  source: ExactSource,
  signal: AbortSignal,
): Promise<AssetName[]> {
  const missing: AssetName[] = [];
  for (const { name, byte_size } of assets) {
    const bytes = await readFile(source, name, signal);
    const ending = name.slice(65);
    const isWhole = bytes?.byteLength === byte_size && assetNameOf(bytes, ending) === name;
    if (bytes && isWhole) await hold.put(bytes, ending);
    else missing.push(name);
  }
  return missing;
}

async function readFile(source: ExactSource, name: AssetName, signal: AbortSignal) {
  try {
    return await source.file(name, signal);
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'cancelled') throw error;
    return null;
  }
}
