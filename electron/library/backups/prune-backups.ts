// Removes backups whose time is over, those for which there is no room, and files of articles that no backup names any more.
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AssetName } from '#contract/types/asset.ts';
import { assetPath } from '../storage/asset-store.ts';
import { openReader, type ReadDb, statement } from '../storage/database.ts';
import { DATABASE_FILE } from '../storage/library-files.ts';
import { chooseKept, indispensable } from './choose-kept.ts';
import { type FoundBackup, lookThrough } from './find-backups.ts';
import { assetsIn } from './keep-assets.ts';

/** Below this nobody minds, and a small library keeps all its days. */
const LEAST_BUDGET = 256 * 1024 * 1024;

interface Pruning {
  /** Backups of other libraries in the same folder are none of our business. */
  readonly libraryId: string | null;
  /** Bytes for everything that would not be there without backups. */
  readonly budget: number;
}

/** @param times the size of the library */
export function budgetOf(db: ReadDb, libraryDir: string, times: number): number {
  const assets = statement<number>(db, 'SELECT coalesce(sum(byte_size), 0) FROM asset');
  const bytes = statSync(join(libraryDir, DATABASE_FILE)).size + (assets.pluck().get() ?? 0);
  return Math.max(LEAST_BUDGET, bytes * times);
}

/** @throws SqliteError or an error of the file system */
export function pruneBackups(folder: string, { libraryId, budget }: Pruning): void {
  const own = lookThrough(folder).backups.filter(
    (backup) => backup.libraryId === null || backup.libraryId === libraryId,
  );
  const kept = chooseKept(own);
  const removed = own.filter((backup) => !kept.includes(backup));
  for (const { path } of removed) rmSync(path, { force: true });
  if (removed.length > 0) sweepAssets(folder);

  const lasting = indispensable(kept);
  const mayGo = kept.filter((backup) => !lasting.includes(backup));
  while (mayGo.length > 0 && takenBy(folder, kept) > budget) {
    const oldest = mayGo.pop();
    if (!oldest) break;
    kept.splice(kept.indexOf(oldest), 1);
    rmSync(oldest.path, { force: true });
    sweepAssets(folder);
  }
}

/** Removes a backup that somebody names. */
export function removeBackup(folder: string, path: string): void {
  rmSync(path, { force: true });
  sweepAssets(folder);
}

function takenBy(folder: string, backups: readonly FoundBackup[]): number {
  return backups.reduce((sum, { bytes }) => sum + bytes, lonelyBytes(folder));
}

/** Of files that nobody else has: the others share their bytes with the library. */
export function lonelyBytes(folder: string): number {
  let bytes = 0;
  for (const name of assetsIn(folder)) {
    const found = statSync(assetPath(folder, name as AssetName), { throwIfNoEntry: false });
    if (found?.nlink === 1) bytes += found.size;
  }
  return bytes;
}

/** Nothing goes while there is a backup that cannot be read: nobody knows what it names. */
function sweepAssets(folder: string): void {
  const { backups, broken } = lookThrough(folder);
  if (broken.length > 0) return;
  const loose = assetsIn(folder);
  for (const { path } of backups) {
    const db = openReader(path);
    try {
      const named = statement<string>(db, 'SELECT name FROM asset').pluck();
      for (const name of named.iterate()) loose.delete(name);
    } finally {
      db.close();
    }
  }
  for (const name of loose) rmSync(assetPath(folder, name as AssetName), { force: true });
}
