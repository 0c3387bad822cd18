// Puts right what is damaged of an article: each row and each file from the newest backup that has it whole. A text of
// which no backup has a whole copy is made again from its page. What is whole stays as it is.
import { readFile } from 'node:fs/promises';
import type { BackupName } from '#contract/types/backup.ts';
import { ArticleUid } from '#contract/types/ids.ts';
import type { Repair } from '#contract/types/repair.ts';
import { findIdByUid } from '../articles/article-repo.ts';
import { findContent } from '../articles/content-repo.ts';
import { requireId } from '../articles/require-articles.ts';
import { backupFolder } from '../backups/backup-files.ts';
import { type FoundBackup, findBackups } from '../backups/find-backups.ts';
import { findLibraryId } from '../backups/library-id.ts';
import type { AssetHold } from '../clip/asset-keeper.ts';
import { rereadArticle } from '../clip/reread.ts';
import { deleteReaderContent } from '../clip/snapshot-repo.ts';
import type { Answers, WriteContext } from '../context.ts';
import { reindexArticle } from '../search/reindex-article.ts';
import { assetNameOf, assetPath } from '../storage/asset-store.ts';
import { openReader, type ReadDb, transaction, type WriteDb } from '../storage/database.ts';
import { rowState } from '../storage/digest.ts';
import { schemaVersion } from '../storage/migrate.ts';
import { codeOf } from '../storage/storage-error.ts';
import { assetFault } from './asset-fault.ts';
import { deleteFindingsOf, findDamagedUids, findHealth, insertFinding } from './health-repo.ts';
import {
  findAssetsOfArticle,
  findRowsOfArticle,
  isRowOfArticle,
  type RowOfArticle,
  takeRow,
} from './repair-repo.ts';

export function repairCommands(
  context: WriteContext,
  openHold: () => AssetHold,
): Answers<'library.repair' | 'library.repairFound'> {
  const { db, emit } = context;
  return {
    'library.repair': ({ uid }, signal) => repair(context, openHold, uid, signal),
    'library.repairFound': async (_, signal) => {
      for (const uid of findDamagedUids(db)) {
        const { left } = await repairNamed(context, openHold, uid, signal);
        transaction(db, () => {
          deleteFindingsOf(db, uid);
          for (const problem of left) {
            insertFinding(db, { ...problem, uid }, context.ports.clock.now());
          }
        });
        emit({ kind: 'changed', topics: ['health'] });
      }
      return findHealth(db);
    },
  };
}

/** The name comes from a row that may be damaged itself. */
async function repairNamed(
  context: WriteContext,
  openHold: () => AssetHold,
  name: string,
  signal: AbortSignal,
): Promise<Repair> {
  const uid = ArticleUid.safeParse(name);
  if (uid.success && findIdByUid(context.db, uid.data) !== null) {
    return repair(context, openHold, uid.data, signal);
  }
  return { repaired: [], left: [] };
}

async function repair(
  context: WriteContext,
  openHold: () => AssetHold,
  uid: ArticleUid,
  signal: AbortSignal,
): Promise<Repair> {
  const { db } = context;
  const articleId = requireId(db, uid);
  const report: Repair = { repaired: [], left: [] };
  await repairFiles(context, articleId, report);
  for (const row of damagedRows(db, articleId)) {
    const from = takeFromBackup(context, row, articleId);
    if (from !== null) report.repaired.push({ table: row.table, from });
  }
  for (const { table } of damagedRows(db, articleId)) {
    const isAnew = table === 'reader_content' && (await isReread(context, openHold, uid, signal));
    if (isAnew) report.repaired.push({ table, from: null });
    else report.left.push({ table, code: 'library_damaged', message: NO_COPY });
  }
  if (report.repaired.length > 0) {
    // Its text, title and notes may have been what was damaged; what is damaged still is not to be found.
    if (!report.left.some(({ table }) => table === 'reader_content')) {
      transaction(db, () => reindexArticle(db, articleId));
    }
    context.emit({
      kind: 'changed',
      topics: ['articles', 'counts', 'highlights', 'notes', 'links', 'index', 'pictures'],
    });
  }
  return report;
}

const NO_COPY = 'No backup has a whole copy of this.';

function damagedRows(db: ReadDb, articleId: number): RowOfArticle[] {
  return findRowsOfArticle(db, articleId).filter(
    ({ table, id }) => rowState(db, table, id) === 'damaged',
  );
}

/** @returns the backup from which it was taken */
function takeFromBackup(
  { db, dir, ports }: WriteContext,
  row: RowOfArticle,
  articleId: number,
): BackupName | null {
  const isUsable = ({ libraryId, schemaVersion: version }: FoundBackup) =>
    libraryId === findLibraryId(db) && version === schemaVersion(db);
  for (const backup of findBackups(dir).filter(isUsable)) {
    const from = openReader(backup.path);
    try {
      if (rowState(from, row.table, row.id) !== 'whole') continue;
      if (!isRowOfArticle(from, row, articleId)) continue;
      transaction(db, () => takeRow(db, from, row));
      return backup.name;
    } catch (error) {
      // A damaged backup, or a row that stands on another one which is not here any more: perhaps the one before.
      if (!/^SQLITE_(CORRUPT|NOTADB|IOERR|CONSTRAINT)/.test(codeOf(error) ?? '')) throw error;
      ports.log.warn(`a backup has no use for a row of ${row.table} (${codeOf(error)})`);
    } finally {
      from.close();
    }
  }
  return null;
}

async function isReread(
  context: WriteContext,
  openHold: () => AssetHold,
  uid: ArticleUid,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    dropUnreadable(context.db, requireId(context.db, uid));
    await rereadArticle(context, openHold, uid, signal);
    return true;
  } catch (error) {
    if (signal.aborted) throw error;
    context.ports.log.warn(`a damaged article could not be read anew (${codeOf(error)})`);
    return false;
  }
}

/** Bytes that nobody can unpack are no content, and in the way of the one that is made again. */
function dropUnreadable(db: WriteDb, articleId: number): void {
  try {
    findContent(db, articleId);
  } catch {
    transaction(db, () => deleteReaderContent(db, articleId));
  }
}

async function repairFiles(
  context: WriteContext,
  articleId: number,
  report: Repair,
): Promise<void> {
  const { db, dir, assets } = context;
  for (const name of findAssetsOfArticle(db, articleId)) {
    const fault = await assetFault(dir, name);
    if (!fault) continue;
    const bytes = await readFile(assetPath(backupFolder(dir), name)).catch(() => null);
    const ending = name.slice(65);
    if (bytes && assetNameOf(bytes, ending) === name) {
      // What lies there of the same size is not taken for the file itself.
      await assets.remove(name);
      await assets.put(bytes, ending);
      report.repaired.push({ table: 'asset', from: findBackups(dir)[0]?.name ?? null });
    } else {
      report.left.push({ table: 'asset', ...fault });
    }
  }
}
