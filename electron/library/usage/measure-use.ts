// Adds up what takes room: the database by what its tables hold, files of articles by what they are, backups.
import { statSync } from 'node:fs';
import type { AssetName } from '#contract/types/asset.ts';
import type { StorageUse } from '#contract/types/storage-use.ts';
import { backupFolder } from '../backups/backup-files.ts';
import { lookThrough } from '../backups/find-backups.ts';
import { assetsIn } from '../backups/keep-assets.ts';
import { lonelyBytes } from '../backups/prune-backups.ts';
import { assetPath } from '../storage/asset-store.ts';
import type { ReadDb } from '../storage/database.ts';
import { eachAsset, findFreeBytes, findTableSizes } from './use-repo.ts';

const TEXTS = /^(reader_content|kept_content|edited_content)/;
/** All of it is made from the texts. */
const INDEX =
  /^(search_index|title_index|vocabulary|index_|fingerprint|near_duplicate|content_fact|link$|linked_page)/;

export function measureUse(db: ReadDb, dir: string): StorageUse {
  return { database: measureDatabase(db), ...measureFiles(db, dir), backups: measureBackups(dir) };
}

function measureDatabase(db: ReadDb): StorageUse['database'] {
  const database = { texts: 0, index: 0, rest: 0, free: findFreeBytes(db) };
  for (const { name, bytes } of findTableSizes(db)) {
    if (TEXTS.test(name)) database.texts += bytes;
    else if (INDEX.test(name)) database.index += bytes;
    else database.rest += bytes;
  }
  return database;
}

function measureFiles(db: ReadDb, dir: string): Pick<StorageUse, 'pages' | 'pictures' | 'unused'> {
  const none = () => ({ count: 0, bytes: 0 });
  const found = { page: none(), picture: none(), none: none() };
  const loose = assetsIn(dir);
  for (const { name, bytes, use } of eachAsset(db)) {
    loose.delete(name);
    found[use].count++;
    found[use].bytes += bytes;
  }
  // What a crash left before a row named it.
  for (const name of loose) {
    found.none.count++;
    found.none.bytes += sizeOf(assetPath(dir, name as AssetName));
  }
  return { pages: found.page, pictures: found.picture, unused: found.none };
}

function measureBackups(dir: string): StorageUse['backups'] {
  const folder = backupFolder(dir);
  const { backups, broken } = lookThrough(folder);
  const all = [...backups, ...broken];
  return {
    count: all.length,
    bytes: all.reduce((sum, { bytes }) => sum + bytes, lonelyBytes(folder)),
  };
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
