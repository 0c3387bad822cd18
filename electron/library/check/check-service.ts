// Answers whether the library is sound: structure, every row's digest, every file's hash, and the search index. It
// changes nothing, and names the articles that are touched.
import { setImmediate } from 'node:timers/promises';
import { LibraryError } from '#contract/errors.ts';
import type { CheckReport } from '#contract/types/library-info.ts';
import type { Answers, ReadContext } from '../context.ts';
import { countOutdated } from '../search/index-repo.ts';
import type { ReadDb } from '../storage/database.ts';
import { findSealedIds, rowState, sealedTables } from '../storage/digest.ts';
import { codeOf } from '../storage/storage-error.ts';
import { assetFault } from './asset-fault.ts';
import {
  countIndexed,
  countStray,
  findArticleOfRow,
  findExpectedAssets,
  findStructureFaults,
  findUnindexed,
  findWithoutSnapshot,
} from './check-repo.ts';
import { findMisnamed } from './misnamed.ts';

type Finding = CheckReport['problems'][number];

/** Rows between two looks at whether the caller has given up, and whether someone else waits for this thread. */
const ROWS_AT_ONCE = 200;

const MAX_FINDINGS = 1000;

export function checkQueries(context: ReadContext): Answers<'library.check'> {
  return { 'library.check': (_, signal) => checkLibrary(context, signal) };
}

async function checkLibrary({ db, dir }: ReadContext, signal: AbortSignal): Promise<CheckReport> {
  const problems: Finding[] = [];
  const pause = async () => {
    await setImmediate();
    if (signal.aborted) throw new LibraryError('cancelled', 'The check was cancelled.');
  };

  const structure = attempt(problems, 'library', [], () => findStructureFaults(db));
  for (const line of structure) problems.push(damaged('library', null, `SQLite reports: ${line}.`));

  let rows = 0;
  for (const table of sealedTables) {
    await pause();
    const ids = attempt(problems, table, [], () => findSealedIds(db, table));
    for (const id of ids) {
      rows++;
      if (rows % ROWS_AT_ONCE === 0) await pause();
      if (!isWhole(db, table, id)) {
        const uid = attempt([], table, null, () => findArticleOfRow(db, table, id));
        problems.push(damaged(table, uid, `A row of ${table} (${id}) is not as it was written.`));
      }
    }
  }

  for (const table of ['tag', 'collection'] as const) {
    await pause();
    for (const id of attempt(problems, table, [], () => findMisnamed(db, table))) {
      problems.push(
        damaged(table, null, `The name of a ${table} (${id}) is not as it was written.`),
      );
    }
  }

  await pause();
  const assets = attempt(problems, 'asset', [], () => findExpectedAssets(db));
  for (const asset of assets) {
    await pause();
    const fault = await assetFault(dir, asset.name);
    if (fault) problems.push({ ...fault, table: 'asset', uid: asset.uid });
  }

  await pause();
  const indexed = checkIndex(db, problems);
  return {
    checked: { rows, assets: assets.length, indexed },
    ok: problems.length === 0,
    problems: readable(problems),
  };
}

/** A library may be damaged through and through, and a list of it is for a person. */
function readable(problems: Finding[]): Finding[] {
  const more = problems.length - MAX_FINDINGS;
  if (more <= 0) return problems;
  return [...problems.slice(0, MAX_FINDINGS), damaged('library', null, `And ${more} more.`)];
}

function checkIndex(db: ReadDb, problems: Finding[]): number {
  const table = 'search_index';
  for (const uid of attempt(problems, table, [], () => findUnindexed(db))) {
    problems.push(damaged(table, uid, 'This article is missing from the search index.'));
  }
  const outdated = attempt(problems, table, 0, () => countOutdated(db));
  if (outdated > 0) {
    const message = `${outdated} articles are not in the search index as they are now. It catches up while the library is open.`;
    problems.push(damaged(table, null, message));
  }
  const stray = attempt(problems, table, 0, () => countStray(db));
  if (stray > 0) {
    problems.push(damaged(table, null, `${stray} entries of the search index belong to no text.`));
  }
  for (const uid of attempt(problems, 'snapshot', [], () => findWithoutSnapshot(db))) {
    const message = 'The page from which this article was made is missing.';
    problems.push({ code: 'not_found', message, table: 'snapshot', uid });
  }
  return attempt(problems, table, 0, () => countIndexed(db));
}

function isWhole(db: ReadDb, table: (typeof sealedTables)[number], id: number): boolean {
  try {
    return rowState(db, table, id) !== 'damaged';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/** Reads something; where the file is too damaged for it, that is a finding, and the check goes on. */
function attempt<T>(problems: Finding[], table: string, otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isDamage(error)) throw error;
    problems.push(damaged(table, null, `A part of ${table} cannot be read.`));
    return otherwise;
  }
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(codeOf(error) ?? '');
}

function damaged(table: string, uid: string | null, message: string): Finding {
  return { code: 'library_damaged', message, table, uid };
}
