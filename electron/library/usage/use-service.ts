// Answers the calls about what takes room, and clears away what nobody needs.
import { statSync } from 'node:fs';
import type { AssetName } from '#contract/types/asset.ts';
import { assetsIn } from '../backups/keep-assets.ts';
import type { AssetHold } from '../clip/asset-keeper.ts';
import { isAssetKept } from '../clip/asset-repo.ts';
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import { assetPath } from '../storage/asset-store.ts';
import { transaction } from '../storage/database.ts';
import { deleteLooseAssets } from '../trash/trash-repo.ts';
import { measureUse } from './measure-use.ts';
import { eachAsset } from './use-repo.ts';

export function storageQueries({ db, dir }: ReadContext): Answers<'storage.use'> {
  return { 'storage.use': () => measureUse(db, dir) };
}

export function storageCommands(
  context: WriteContext,
  openHold: () => AssetHold,
): Answers<'storage.cleanUp'> {
  return { 'storage.cleanUp': () => cleanUp(context, openHold) };
}

/** Whatever a clip is about to name stays: each file goes through its keeper. */
async function cleanUp({ db, dir, emit }: WriteContext, openHold: () => AssetHold) {
  const hold = openHold();
  const there = [...assetsIn(dir)] as AssetName[];
  const unnamed = [...eachAsset(db)].filter(({ use }) => use === 'none').map(({ name }) => name);
  transaction(db, () => deleteLooseAssets(db, unnamed));
  const unused = there
    .filter((name) => !isAssetKept(db, name))
    .map((name) => ({ path: assetPath(dir, name), bytes: 0, name }));
  for (const file of unused) {
    file.bytes = statSync(file.path, { throwIfNoEntry: false })?.size ?? 0;
    hold.claim(file.name);
  }
  await hold.release();
  const gone = unused.filter(({ path }) => !statSync(path, { throwIfNoEntry: false }));
  if (gone.length > 0) emit({ kind: 'changed', topics: ['backups'] });
  return { count: gone.length, bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0) };
}
