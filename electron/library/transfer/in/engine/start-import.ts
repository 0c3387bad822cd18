// Begins an import: only when something in its source can be read, and after a backup of the library.
import { setImmediate as otherWork } from 'node:timers/promises';
import { LibraryError } from '#contract/errors.ts';
import { type FormatId, type ImportSource, ImportUid } from '#contract/types/import.ts';
import type { TagName } from '#contract/types/tag.ts';
import type { BackupMaker } from '../../../backups/backup-maker.ts';
import type { WriteContext } from '../../../context.ts';
import { type ReadDb, statement, transaction } from '../../../storage/database.ts';
import { toStorageError } from '../../../storage/storage-error.ts';
import type { ImportRunner } from './import-runner.ts';
import { findAll, formatNamed, type OpenImport, withSource } from './open-import.ts';
import { isImportable } from './plan-import.ts';
import { insertRun } from './run-repo.ts';

interface Wanted {
  readonly source: ImportSource;
  readonly format: FormatId;
  readonly fetch: boolean;
  readonly tags: readonly TagName[];
}

/** @throws LibraryError nothing_to_read, conflict (one is under way), and as `openSource`: nothing was changed then */
export async function startImport(
  context: WriteContext,
  { runner, backups }: { readonly runner: ImportRunner; readonly backups: BackupMaker },
  wanted: Wanted,
  signal: AbortSignal,
): Promise<ImportUid> {
  const { db, dir, ports } = context;
  runner.assertFree();
  const { source, format, fetch, tags } = wanted;
  const facts = await withSource(dir, source, signal, async (opened) => ({
    name: opened.source.name,
    bytes: opened.bytes,
    total: await countAll(opened, format, signal),
  }));
  if (hasArticles(db)) await backups.make('before-import');
  if (signal.aborted) throw cancelled();
  runner.assertFree();
  const uid = ImportUid.parse(context.newUid());
  try {
    const run = { uid, source, format, fetch, tags, ...facts };
    transaction(db, () => insertRun(db, run, ports.clock.now()));
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
  runner.launch(uid);
  context.emit({ kind: 'changed', topics: ['imports'] });
  return uid;
}

/** Entries looked at between two pauses. */
const AT_ONCE = 500;

/** @throws LibraryError with the first thing that was wrong where nothing can be read */
async function countAll(opened: OpenImport, id: FormatId, signal: AbortSignal): Promise<number> {
  let total = 0;
  const counts = { items: 0, unreadable: 0 };
  let first: string | null = null;
  const format = await formatNamed(id);
  for await (const found of findAll(opened, format, signal)) {
    if ('item' in found) counts.items++;
    else if ('problem' in found) {
      counts.unreadable++;
      first ??= found.problem.message;
    }
    if (++total % AT_ONCE === 0) await otherWork();
    if (signal.aborted) throw cancelled();
  }
  if (isImportable(format, counts)) return total;
  const { name } = opened.source;
  throw new LibraryError(
    'nothing_to_read',
    `Nothing in “${name}” can be imported.${first === null ? '' : ` ${first}`}`,
  );
}

const hasArticles = (db: ReadDb): boolean =>
  statement(db, 'SELECT 1 FROM article LIMIT 1').get() !== undefined;

const cancelled = (): LibraryError => new LibraryError('cancelled', 'The import was cancelled.');
