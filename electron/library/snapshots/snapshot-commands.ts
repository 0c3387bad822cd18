// Lets an article show another of its versions, as a step that can be undone.
import { LibraryError } from '#contract/errors.ts';
import type { Change } from '#contract/types/journal.ts';
import { changedMeanwhile, findEditsKey } from '../blocks/edit-repo.ts';
import type { AssetHold } from '../clip/asset-keeper.ts';
import { EXTRACTOR_VERSION } from '../clip/page/extractor-version.ts';
import { readSnapshot, withStoredPictures } from '../clip/read-snapshot.ts';
import type { NewContent } from '../clip/replace-content.ts';
import type { StoredSnapshot } from '../clip/snapshot-repo.ts';
import type { Answers, WriteContext } from '../context.ts';
import { placesAhead } from '../highlights/reanchor.ts';
import { recordStep } from '../journal/record-step.ts';
import { toStorageError } from '../storage/storage-error.ts';
import { type ContentKey, findKept, findKeptKey, findKeyInUse } from './content-rows.ts';
import { exchangeContent } from './exchange-content.ts';
import { requireSnapshot } from './require-snapshot.ts';

export function snapshotCommands(
  context: WriteContext,
  openHold: () => AssetHold,
): Answers<'snapshots.show'> {
  return {
    'snapshots.show': async ({ uid }, signal) => {
      const snapshot = requireSnapshot(context.db, uid);
      const hold = openHold();
      try {
        return await show(context, snapshot, hold, signal);
      } finally {
        await hold.release();
      }
    },
  };
}

async function show(
  context: WriteContext,
  snapshot: StoredSnapshot,
  hold: AssetHold,
  signal: AbortSignal,
): Promise<Change> {
  const { db, ports } = context;
  const { articleId, id } = snapshot;
  if (findKeyInUse(db, articleId)?.snapshotId === id) return { step: null };
  const next = kept(context, snapshot) ?? (await read(context, snapshot, hold, signal));
  const find = await placesAhead(db, articleId, next.content.readerText, signal);
  if (signal.aborted) throw new LibraryError('cancelled', 'Showing this version was cancelled.');
  if (next.content.edits !== findEditsKey(db, articleId)) throw changedMeanwhile();
  const now = ports.clock.now();
  try {
    return recordStep(context, { kind: 'show-version', subject: null }, (record) => {
      // Somebody else may have shown it meanwhile.
      if (findKeyInUse(db, articleId)?.snapshotId === id) return 0;
      const { change } = exchangeContent(db, articleId, next, now, find);
      if (change) record(change);
      return 1;
    });
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
}

interface Whole {
  readonly key: ContentKey;
  readonly content: NewContent;
}

/** As it was when something else took its place, unless its reader has put back or taken out something since. */
function kept({ db }: WriteContext, { id, articleId }: StoredSnapshot): Whole | null {
  const key = findKeptKey(db, id);
  const content = key && findKept(db, key);
  return content && content.edits === findEditsKey(db, articleId) ? { key, content } : null;
}

/** One that was never shown here, or came from elsewhere. */
async function read(
  context: WriteContext,
  snapshot: StoredSnapshot,
  hold: AssetHold,
  signal: AbortSignal,
): Promise<Whole> {
  const page = await readSnapshot(context, snapshot, signal);
  return {
    key: { snapshotId: snapshot.id, extractorVersion: EXTRACTOR_VERSION },
    content: await withStoredPictures(context, snapshot.articleId, page, hold, signal),
  };
}
