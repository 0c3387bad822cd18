// The backups in a folder, as their files say themselves.
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Backup, BackupName } from '#contract/types/backup.ts';
import { openReader } from '../storage/database.ts';
import { schemaVersion } from '../storage/migrate.ts';
import { codeOf } from '../storage/storage-error.ts';
import { type BackupFacts, findFacts } from './backup-facts.ts';
import { backupFolder, backupName, nameOfFile, sensibleTime } from './backup-files.ts';
import { findLibraryId } from './library-id.ts';

export interface FoundBackup extends Backup {
  /** Of its database, which is one like the library's own. */
  readonly path: string;
  /** Null where it was made before libraries had one. */
  readonly libraryId: string | null;
  readonly facts: BackupFacts;
}

export interface BrokenBackup {
  readonly name: BackupName;
  readonly path: string;
  readonly bytes: number;
}

/** The library's own backups that can be read, the last made first. */
export function findBackups(libraryDir: string): FoundBackup[] {
  return lookThrough(backupFolder(libraryDir)).backups;
}

/** @returns nothing where there is no such folder @throws an error of the file system where it cannot be read */
export function lookThrough(folder: string): { backups: FoundBackup[]; broken: BrokenBackup[] } {
  const backups: FoundBackup[] = [];
  const broken: BrokenBackup[] = [];
  for (const file of filesIn(folder)) {
    const name = nameOfFile(file);
    if (name === null) continue;
    const path = join(folder, file);
    const backup = readBackup(path);
    if (backup) backups.push(backup);
    else broken.push({ name, path, bytes: statSync(path).size });
  }
  // By number, not by name: a clock may have been wrong for a while.
  backups.sort((a, b) => b.facts.serial - a.facts.serial || (a.name < b.name ? 1 : -1));
  return { backups, broken };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** @returns null where it is not whole enough to say what it is, or something else */
export function readBackup(path: string): FoundBackup | null {
  try {
    if (isCut(path)) return null;
    const db = openReader(path);
    try {
      const facts = findFacts(db);
      if (!facts) return null;
      return {
        name: nameOfFile(basename(path)) ?? backupName(sensibleTime(facts.at)),
        path,
        at: facts.at,
        reason: facts.reason,
        schemaVersion: schemaVersion(db),
        articleCount: facts.articleCount,
        bytes: statSync(path).size,
        faults: facts.faults,
        libraryId: findLibraryId(db),
        facts,
      };
    } finally {
      db.close();
    }
  } catch (error) {
    // A folder where a file should be, too.
    if (!/^(SQLITE_|EISDIR)/.test(codeOf(error) ?? '')) throw error;
    return null;
  }
}

const HEADER_BYTES = 100;
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;

/** SQLite opens a file of which the end is missing, and notices only where it needs that. */
function isCut(path: string): boolean {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return true;
  } finally {
    closeSync(file);
  }
  const pageSize = header.readUInt16BE(PAGE_SIZE_AT);
  // 65,536 does not fit, and is written as 1.
  const bytes = header.readUInt32BE(PAGE_COUNT_AT) * (pageSize === 1 ? 65_536 : pageSize);
  return statSync(path).size < bytes;
}
