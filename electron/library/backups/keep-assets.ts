// The files of articles that backups name: beside the backups once, as a second name for the same file where the disk
// can do that, else as a copy.
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { AssetName } from '#contract/types/asset.ts';
import { assetPath } from '../storage/asset-store.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { codeOf } from '../storage/storage-error.ts';
import { PART } from './backup-files.ts';
import { hashOfFileSync, syncFileSync, syncFolderSync } from './sync-files.ts';

interface NamedAsset {
  readonly name: AssetName;
  readonly byteSize: number;
}

/**
 * Lets `to` have every file that the database names. A file that is there already is left alone.
 * @param from folder with `assets/` in it, as is `to`
 * @param otherDisk whether what comes from there is read and compared with its hash: a copy that was not read may be anything
 * @returns how many are not to be had whole
 * @throws an error of the file system: disk full, read-only
 */
export function keepAssets(
  db: ReadDb,
  { from, to, otherDisk = false }: { from: string; to: string; otherDisk?: boolean },
): number {
  const kept = assetsIn(to);
  const changed = new Set<string>();
  let missing = 0;
  const named = statement<NamedAsset>(db, 'SELECT name, byte_size AS byteSize FROM asset');
  for (const asset of named.iterate()) {
    if (kept.has(asset.name)) continue;
    const source = assetPath(from, asset.name);
    const target = assetPath(to, asset.name);
    if (statSync(source, { throwIfNoEntry: false })?.size !== asset.byteSize) missing++;
    else if (keepOne(source, target, asset.name, otherDisk)) changed.add(dirname(target));
    else missing++;
  }
  for (const folder of changed) syncFolderSync(folder);
  if (changed.size > 0) syncFolderSync(join(to, 'assets'));
  return missing;
}

/** The names of all files in the store of a folder. */
export function assetsIn(folder: string): Set<string> {
  const found = new Set<string>();
  for (const part of namesIn(join(folder, 'assets'))) {
    if (part.length !== 2) continue;
    for (const name of namesIn(join(folder, 'assets', part))) {
      if (!name.endsWith(PART)) found.add(name);
    }
  }
  return found;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** @returns false where the file is not what its name says */
function keepOne(source: string, target: string, name: AssetName, otherDisk: boolean): boolean {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  if (!otherDisk && tryLink(source, target)) return true;
  const part = `${target}${PART}`;
  try {
    copyFileSync(source, part);
    if (hashOfFileSync(part) !== name.slice(0, 64)) return false;
    syncFileSync(part);
    renameSync(part, target);
    return true;
  } finally {
    rmSync(part, { force: true });
  }
}

/** Not on every file system, not across two, and not without end for one file. */
function tryLink(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'EACCES'].includes(code)) {
      return false;
    }
    throw error;
  }
}
