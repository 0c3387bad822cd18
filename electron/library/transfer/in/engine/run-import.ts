// Imports what a source holds, from the row on at which it stopped.
import { LibraryError } from '#contract/errors.ts';
import type { AssetHold } from '../../../clip/asset-keeper.ts';
import type { WriteContext } from '../../../context.ts';
import { putExactShared, type SharedIds } from '../../exact/put-shared.ts';
import { type ImportWriter, importWriter } from './import-writer.ts';
import { oneAhead } from './one-ahead.ts';
import { findAll, formatNamed, type OpenImport } from './open-import.ts';
import type { StoredRun } from './run-repo.ts';
import { taker } from './take-entries.ts';

/**
 * Ends when everything is dealt with. What was written stays, however it ends.
 * @throws LibraryError cancelled, disk_full, read_only, library_busy, library_damaged (it can go on); whatever the format throws where nothing more can be read
 */
export async function runImport(
  context: WriteContext,
  openHold: () => AssetHold,
  opened: OpenImport,
  run: StoredRun,
  signal: AbortSignal,
): Promise<void> {
  const format = await formatNamed(run.format);
  const writer = importWriter(context, run);
  const shared = await putShared(context, opened, { run, writer }, signal);
  const taking = taker(context, openHold, { run, shared, writer });
  async function* expected() {
    let seq = 0;
    for await (const found of findAll(opened, format, signal)) {
      if (seq >= run.done) yield taking.expect(found, seq, signal);
      seq++;
    }
  }
  for await (const entry of oneAhead(expected())) {
    if (signal.aborted) break;
    await taking.take(entry, signal);
  }
  await taking.flush();
  if (signal.aborted) throw new LibraryError('cancelled', 'The import was stopped.');
}

/** What a library has beside articles comes before them. */
async function putShared(
  context: WriteContext,
  { source }: OpenImport,
  { run, writer }: { readonly run: StoredRun; readonly writer: ImportWriter },
  signal: AbortSignal,
): Promise<SharedIds> {
  const shared = await (await formatNamed(run.format)).shared?.(source, signal);
  if (!shared) return { tags: new Map(), collections: new Map() };
  const ids = writer.write(({ record }) =>
    putExactShared(context, shared, { fetches: run.fetch, record }),
  );
  context.emit({ kind: 'changed', topics: ['saved-searches', 'settings', 'tags', 'collections'] });
  return ids;
}
