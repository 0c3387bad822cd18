// The check in parts: each takes some tens of milliseconds, and says where the next begins.
import { LibraryError } from '#contract/errors.ts';
import type { CheckedPart } from '#contract/types/health.ts';
import type { ReadContext } from '../context.ts';
import { countOutdated } from '../search/index-repo.ts';
import type { ReadDb } from '../storage/database.ts';
import { findSealedIds, rowState, type SealedTable, sealedTables } from '../storage/digest.ts';
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

export type Finding = CheckedPart['problems'][number];

const ROWS_AT_ONCE = 200;
const FILES_AT_ONCE = 20;

const parts = ['structure', ...sealedTables, 'names', 'assets', 'index'] as const;
type Part = (typeof parts)[number];

/** @param from as the part before said; null for the first @throws LibraryError invalid_input */
export async function checkPart(context: ReadContext, from: string | null): Promise<CheckedPart> {
  const [name, after = ''] = from === null ? [parts[0]] : from.split('/', 2);
  const part = parts.find((each) => each === name);
  if (!part) throw new LibraryError('invalid_input', 'There is no such part of a check.');
  const found: Found = { problems: [], checked: { rows: 0, assets: 0, indexed: 0 }, last: null };
  await look(context, part, after, found);
  const { problems, checked, last } = found;
  const following = parts[parts.indexOf(part) + 1] ?? null;
  return { problems, checked, next: last === null ? following : `${part}/${last}` };
}

interface Found {
  readonly problems: Finding[];
  readonly checked: CheckedPart['checked'];
  /** What the part got to, where there is more of it. */
  last: string | null;
}

async function look(
  { db, dir }: ReadContext,
  part: Part,
  after: string,
  found: Found,
): Promise<void> {
  const { problems } = found;
  if (part === 'structure') {
    const lines = attempt(problems, 'library', [], () => findStructureFaults(db));
    for (const line of lines) problems.push(damaged('library', null, `SQLite reports: ${line}.`));
  } else if (part === 'names') checkNames(db, problems);
  else if (part === 'assets') await checkAssets(db, dir, after, found);
  else if (part === 'index') found.checked.indexed = checkIndex(db, problems);
  else checkRows(db, part, Number(after || Number.MIN_SAFE_INTEGER), found);
}

function checkRows(db: ReadDb, table: SealedTable, after: number, found: Found): void {
  const page = { after, limit: ROWS_AT_ONCE };
  const ids = attempt(found.problems, table, [], () => findSealedIds(db, table, page));
  for (const id of ids) {
    found.checked.rows++;
    if (isWhole(db, table, id)) continue;
    const uid = attempt([], table, null, () => findArticleOfRow(db, table, id));
    const message = `A row of ${table} (${id}) is not as it was written.`;
    found.problems.push(damaged(table, uid, message));
  }
  if (ids.length === ROWS_AT_ONCE) found.last = String(ids.at(-1));
}

function checkNames(db: ReadDb, problems: Finding[]): void {
  for (const table of ['tag', 'collection'] as const) {
    for (const id of attempt(problems, table, [], () => findMisnamed(db, table))) {
      problems.push(
        damaged(table, null, `The name of a ${table} (${id}) is not as it was written.`),
      );
    }
  }
}

async function checkAssets(db: ReadDb, dir: string, after: string, found: Found): Promise<void> {
  const page = { after, limit: FILES_AT_ONCE };
  const assets = attempt(found.problems, 'asset', [], () => findExpectedAssets(db, page));
  for (const asset of assets) {
    found.checked.assets++;
    const fault = await assetFault(dir, asset.name);
    if (fault) found.problems.push({ ...fault, table: 'asset', uid: asset.uid });
  }
  if (assets.length === FILES_AT_ONCE) found.last = assets.at(-1)?.name ?? null;
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
    problems.push(
      damaged(table, null, `${stray} entries of the search index belong to no article.`),
    );
  }
  for (const uid of attempt(problems, 'snapshot', [], () => findWithoutSnapshot(db))) {
    const message = 'The page from which this article was made is missing.';
    problems.push({ code: 'not_found', message, table: 'snapshot', uid });
  }
  return attempt(problems, table, 0, () => countIndexed(db));
}

function isWhole(db: ReadDb, table: SealedTable, id: number): boolean {
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

export function damaged(table: string, uid: string | null, message: string): Finding {
  return { code: 'library_damaged', message, table, uid };
}
