// The front door for a library that is broken: reads what can be read of it into a new one. The broken one stays as it is.
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { LibraryError, toWire } from '#contract/errors.ts';
import { libraryContract } from '#contract/library.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { openLibrary } from './open-library.ts';
import type { Ports } from './ports.ts';
import { openBrokenFile } from './salvage/broken-file.ts';
import { carryOver } from './salvage/carry-over.ts';
import { copyAssets } from './salvage/copy-assets.ts';
import { type Finding, type Findings, newFindings } from './salvage/findings.ts';
import { openAssetStore } from './storage/asset-store.ts';
import { openWriter, statement, type WriteDb } from './storage/database.ts';
import { DATABASE_FILE } from './storage/library-files.ts';
import { migrate, newestVersion } from './storage/migrate.ts';
import { migrations } from './storage/migrations/list.ts';
import { readOwner } from './storage/owner-lock.ts';
import { toStorageError } from './storage/storage-error.ts';
import { uidMaker } from './storage/uid.ts';

export interface SalvageReport {
  /** In the new library. */
  readonly articles: number;
  /** Of these, those whose text was lost and made again from the page that was saved. */
  readonly readAgain: number;
  /** Pages of the database that could not be read. */
  readonly destroyed: number;
  /** What could not be read, or is not what it was. */
  readonly problems: readonly Finding[];
}

/**
 * @param from the folder of the broken library; only read
 * @param to a folder that is not there yet; it comes into being at the end, in one go
 * @throws LibraryError not_found (no database), conflict (something is there), library_busy, library_too_new, disk_full,
 * read_only, cancelled
 */
export async function salvageLibrary(
  { from, to, ports }: { from: string; to: string; ports: Ports },
  signal: AbortSignal,
): Promise<SalvageReport> {
  const [source, target] = [resolve(from), resolve(to)];
  const unfinished = `${target}.part`;
  try {
    await assertPossible(source, target);
    await mkdir(unfinished, { recursive: false, mode: 0o700 });
  } catch (error) {
    throw toStorageError(error, `the folder “${unfinished}”`);
  }
  try {
    const report = await fill(source, unfinished, ports, signal);
    // An empty one may be there; not every system renames over it.
    await rmdir(target).catch(() => undefined);
    await rename(unfinished, target);
    return report;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (signal.aborted) throw new LibraryError('cancelled', 'The salvage was cancelled.');
    throw toStorageError(error, `the library in “${target}”`);
  }
}

async function assertPossible(source: string, target: string): Promise<void> {
  if (!existsSync(join(source, DATABASE_FILE))) {
    throw new LibraryError('not_found', `There is no library in “${source}”.`);
  }
  const way = relative(source, target);
  if (way === '' || !way.startsWith('..')) {
    throw new LibraryError('conflict', 'The new library cannot lie inside the broken one.');
  }
  if ((await readdir(target).catch(() => [])).length > 0 || existsSync(`${target}.part`)) {
    const there = existsSync(`${target}.part`) ? `${target}.part` : target;
    throw new LibraryError('conflict', `“${there}” is there already. Nothing was changed.`);
  }
  if (readOwner(source)) {
    throw new LibraryError(
      'library_busy',
      `The library in “${source}” is open in another program. Close that first.`,
    );
  }
}

async function fill(
  source: string,
  target: string,
  ports: Ports,
  signal: AbortSignal,
): Promise<SalvageReport> {
  const findings = newFindings();
  const assets = await openAssetStore(target);
  const files = await copyAssets(source, assets, signal);
  const file = openBrokenFile(join(source, DATABASE_FILE));
  let destroyed: number;
  let unread: ArticleUid[];
  try {
    const path = join(target, DATABASE_FILE);
    await (await open(path, 'wx', 0o600)).close();
    const db = openWriter(path);
    try {
      makeSchema(db, versionOf(file.page(1)), source, ports);
      const now = ports.clock.now();
      const newUid = uidMaker(ports.clock);
      destroyed = await carryOver(file, { db, assets, files, newUid, now }, findings);
      unread = findWithoutContent(db);
    } finally {
      db.close();
    }
  } finally {
    file.close();
  }
  return {
    ...(await readAgain(target, unread, ports, findings, signal)),
    destroyed,
    problems: findings.list,
  };
}

const USER_VERSION_AT = 60;

/** Of a library whose first page is lost it is taken to be today's. */
function versionOf(firstPage: Buffer | null): number {
  const version = firstPage?.readUInt32BE(USER_VERSION_AT) ?? 0;
  return version === 0 ? newestVersion(migrations) : version;
}

/** As it was for the broken one; what came later is done to the new one when it is opened. */
function makeSchema(db: WriteDb, version: number, dir: string, { log }: Ports): void {
  const upTo = migrations.filter((migration) => migration.version <= version);
  const isOurs = upTo.at(-1)?.version === version;
  migrate(db, isOurs ? upTo : migrations, { dir, log, copyFirst: () => undefined });
}

function findWithoutContent(db: WriteDb): ArticleUid[] {
  return statement<ArticleUid>(
    db,
    `SELECT uid FROM article WHERE id NOT IN (SELECT article_id FROM reader_content) ORDER BY id`,
  )
    .pluck()
    .all();
}

/** Opens the new library as any other, and has it read the pages of articles that have lost their text. */
async function readAgain(
  dir: string,
  uids: readonly ArticleUid[],
  ports: Ports,
  findings: Findings,
  signal: AbortSignal,
): Promise<{ articles: number; readAgain: number }> {
  const library = await openLibrary({ dir, ports });
  try {
    let done = 0;
    for (const uid of uids) {
      try {
        await library.dispatch('articles.reread', { uid }, signal);
        done++;
      } catch (error) {
        if (signal.aborted) throw error;
        const { code, message } = toWire(error);
        if (code === 'disk_full' || code === 'read_only') throw error;
        findings.add('reader_content', uid, `The text of this article is lost. ${message}`, code);
      }
    }
    const counts = libraryContract['articles.counts'].output.parse(
      await library.dispatch('articles.counts', {}, signal),
    );
    return { articles: counts.all + counts.trash, readAgain: done };
  } finally {
    await library.close();
  }
}
