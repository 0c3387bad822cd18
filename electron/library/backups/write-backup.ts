// Writes one backup: a consistent copy under a temporary name, looked through row by row, on the disk for good, and only then
// called what backups are called. Works without pause: in a thread of its own, or while a library is opened.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { LibraryError } from '#contract/errors.ts';
import type { BackupReason } from '#contract/types/backup.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { rowState } from '../storage/digest.ts';
import { registerRowDigest } from '../storage/row-digest.ts';
import { putFacts } from './backup-facts.ts';
import { backupFile, backupFolder, backupName, PART, sensibleTime } from './backup-files.ts';
import { filesState } from './files-state.ts';
import { type FoundBackup, findBackups, readBackup } from './find-backups.ts';
import { keepAssets } from './keep-assets.ts';
import { lookAtRows } from './look-at-rows.ts';
import { syncFileSync, syncFolderSync } from './sync-files.ts';

export interface BackupOrder {
  /** The library's folder. */
  readonly dir: string;
  readonly reason: BackupReason;
  readonly now: number;
}

/**
 * @param source a connection to the library; one that only reads does
 * @throws LibraryError library_damaged where the library can no longer be copied, or the copy is not as the library is
 * @throws SqliteError or an error of the file system; nothing is left of the copy then
 */
export function writeBackup(source: ReadDb, { dir, reason, now }: BackupOrder): FoundBackup {
  const folder = backupFolder(dir);
  mkdirSync(join(folder, 'assets'), { recursive: true, mode: 0o700 });
  removeParts(folder);
  const serial = 1 + Math.max(0, ...findBackups(dir).map(({ facts }) => facts.serial));
  const at = freeTime(folder, sensibleTime(now));
  const name = backupName(at);
  const path = backupFile(folder, name);
  const part = `${path}${PART}`;
  try {
    // Before the copy is begun: a change while it is made counts as one that it may not hold.
    const state = filesState(dir);
    // Files that go while the copy is made are named by it still.
    keepAssets(source, { from: dir, to: folder });
    copyInto(source, part);
    const copy = openCopy(part);
    try {
      const { digest, faults } = lookAtRows(copy, (table, id) => {
        if (rowState(source, table, id) !== 'whole') return;
        throw new LibraryError('library_damaged', 'The disk did not keep the backup as written.');
      });
      const missingAssets = keepAssets(copy, { from: dir, to: folder });
      putFacts(copy, {
        at,
        serial,
        reason,
        articleCount: statement<number>(copy, 'SELECT count(*) FROM article').pluck().get() ?? 0,
        digest,
        filesState: state,
        faults,
        missingAssets,
      });
    } finally {
      copy.close();
    }
    syncFileSync(part);
    renameSync(part, path);
    syncFolderSync(folder);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  const written = readBackup(path);
  if (!written) throw new LibraryError('library_damaged', 'The backup cannot be read again.');
  return written;
}

/** What a crash left behind. */
function removeParts(folder: string): void {
  for (const file of readdirSync(folder)) {
    if (file.endsWith(PART)) rmSync(join(folder, file), { force: true });
  }
}

/** Two within a millisecond, or a clock that was set back: the next one that is free. */
function freeTime(folder: string, from: number): number {
  let at = from;
  while (existsSync(backupFile(folder, backupName(at)))) at++;
  return at;
}

/** One consistent state, also of what still lies in the write-ahead log, whoever writes meanwhile. */
function copyInto(source: ReadDb, path: string): void {
  const isQueryOnly = source.pragma('query_only', { simple: true }) === 1;
  // It forbids to write any file, the copy included; a connection that cannot write stays one.
  if (isQueryOnly) source.pragma('query_only = OFF');
  try {
    statement(source, 'VACUUM INTO ?').run(path);
  } finally {
    if (isQueryOnly) source.pragma('query_only = ON');
  }
}

function openCopy(path: string): ReadDb {
  const copy = new Database(path) as Database.Database & ReadDb;
  // No other file beside it. It has no right name yet, so that a journal could only be in the way.
  copy.pragma('journal_mode = MEMORY');
  copy.pragma('cell_size_check = ON');
  registerRowDigest(copy);
  return copy;
}
