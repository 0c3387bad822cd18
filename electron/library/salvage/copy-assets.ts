// The files of a broken library, copied where they are whole.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AssetName } from '#contract/types/asset.ts';
import { type AssetStore, assetNameOf, assetPath } from '../storage/asset-store.ts';

/** @returns how large each of them is @throws LibraryError disk_full, read_only (the new library) */
export async function copyAssets(
  from: string,
  to: AssetStore,
  signal: AbortSignal,
): Promise<ReadonlyMap<AssetName, number>> {
  const copied = new Map<AssetName, number>();
  for (const folder of await namesIn(join(from, 'assets'))) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const file of await namesIn(join(from, 'assets', folder))) {
      signal.throwIfAborted();
      const name = AssetName.safeParse(file);
      if (!name.success) continue;
      const bytes = await readFile(assetPath(from, name.data)).catch(() => null);
      const ending = file.slice(65);
      if (!bytes || assetNameOf(bytes, ending) !== name.data) continue;
      await to.put(bytes, ending);
      copied.set(name.data, bytes.byteLength);
    }
  }
  return copied;
}

const namesIn = (folder: string) => readdir(folder).catch((): string[] => []);
