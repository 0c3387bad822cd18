// Puts back what was left out of an article, and takes out what does not belong there: an edit on top of what the page reader
// makes of the page, in one step that can be undone.
import { LibraryError } from '#contract/errors.ts';
import type { BlockAction, BlockAddress } from '#contract/types/block.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Change, StepKind } from '#contract/types/journal.ts';
import { requireId } from '../articles/require-articles.ts';
import type { AssetHold } from '../clip/asset-keeper.ts';
import type { Answers, WriteContext } from '../context.ts';
import { recordStep } from '../journal/record-step.ts';
import { deleteRow, insertRow, type RowChange } from '../journal/rows.ts';
import type { WriteDb } from '../storage/database.ts';
import { toStorageError } from '../storage/storage-error.ts';
import {
  changedMeanwhile,
  editsKeyOf,
  findEdits,
  findEditsKey,
  type StoredEdit,
} from './edit-repo.ts';
import { type EditedContent, readWithEdits } from './edited-content.ts';
import { showEdited } from './show-edited.ts';

type BlockCommands = Answers<
  'contents.restoreBlock' | 'contents.removeBlock' | 'contents.forgetEdits'
>;

export function blockCommands(context: WriteContext, openHold: () => AssetHold): BlockCommands {
  /** One after the other: each is made of what the one before has left. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (
    uid: ArticleUid,
    signal: AbortSignal,
    work: (articleId: number, hold: AssetHold) => Promise<Change>,
  ): Promise<Change> => {
    const change = last.then(async () => {
      if (signal.aborted) throw new LibraryError('cancelled', 'It was cancelled.');
      const hold = openHold();
      try {
        return await work(requireId(context.db, uid), hold);
      } finally {
        await hold.release();
      }
    });
    last = change.catch(() => undefined);
    return change;
  };
  const edit =
    (action: BlockAction): BlockCommands['contents.restoreBlock'] =>
    ({ uid, blocks }, signal) =>
      inTurn(uid, signal, (articleId, hold) =>
        editBlocks(context, { articleId, action, addresses: blocks }, hold, signal),
      );
  return {
    'contents.restoreBlock': edit('restore'),
    'contents.removeBlock': edit('remove'),
    'contents.forgetEdits': ({ uid }, signal) =>
      inTurn(uid, signal, (articleId, hold) => forgetEdits(context, articleId, hold, signal)),
  };
}

interface Wish {
  readonly articleId: number;
  readonly action: BlockAction;
  readonly addresses: readonly BlockAddress[];
}

async function editBlocks(
  context: WriteContext,
  { articleId, action, addresses }: Wish,
  hold: AssetHold,
  signal: AbortSignal,
): Promise<Change> {
  const known = findEdits(context.db, articleId);
  const wished = addresses.map((address) => ({ action, address }));
  const next = await readWithEdits(context, articleId, [...known, ...wished], hold, signal);
  const outcomes = next.edited.slice(known.length);
  if (outcomes.length < wished.length || outcomes.some(({ block }) => block < 0)) {
    throw new LibraryError(
      'not_found',
      'This passage is not on the page that the article shows now. Nothing was changed.',
    );
  }
  const blocks = new Set(outcomes.map(({ block }) => block));
  const undone = known.filter((_, at) => blocks.has(next.edited[at]?.block ?? -1));
  const saidOf = new Map(known.map((edit, at) => [next.edited[at]?.block, edit.action]));
  const isSo = outcomes.every(({ block, isNeedless }) =>
    saidOf.has(block) ? saidOf.get(block) === action : isNeedless,
  );
  if (isSo) return { step: null };
  const createdAt = context.ports.clock.now();
  const made = wished.flatMap((wish, at): StoredEdit[] => {
    const { isNeedless, words } = outcomes[at] as (typeof outcomes)[number];
    return isNeedless ? [] : [{ ...wish, uid: context.newUid(), words, createdAt }];
  });
  return commit(context, `${action}-block`, next, { known, undone, made });
}

async function forgetEdits(
  context: WriteContext,
  articleId: number,
  hold: AssetHold,
  signal: AbortSignal,
): Promise<Change> {
  const known = findEdits(context.db, articleId);
  if (known.length === 0) return { step: null };
  const next = await readWithEdits(context, articleId, [], hold, signal);
  return commit(context, 'forget-edits', next, { known, undone: known, made: [] });
}

interface Edits {
  /** Those that the article had when its page was read. */
  readonly known: readonly StoredEdit[];
  readonly undone: readonly StoredEdit[];
  readonly made: readonly StoredEdit[];
}

/** @throws LibraryError conflict where something else changed the edits meanwhile */
function commit(
  context: WriteContext,
  kind: StepKind,
  next: EditedContent,
  { known, undone, made }: Edits,
): Change {
  const { db } = context;
  const { articleId } = next;
  try {
    return recordStep(context, { kind, subject: null }, (record) => {
      if (findEditsKey(db, articleId) !== editsKeyOf(known)) throw changedMeanwhile();
      for (const edit of undone) record(removeEdit(db, articleId, edit));
      for (const edit of made) record(addEdit(db, articleId, edit));
      if (undone.length + made.length === 0) return 0;
      // A passage is named by several addresses; of what was wanted and is so already nothing is left.
      const content = { ...next.content, edits: findEditsKey(db, articleId) };
      const change = showEdited(db, { ...next, content }, context.ports.clock.now());
      if (change) record(change);
      return 1;
    });
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
}

const columnsOf = (articleId: number, { action, address, words, createdAt }: StoredEdit) => ({
  article_id: articleId,
  action,
  address,
  words,
  created_at: createdAt,
});

function addEdit(db: WriteDb, articleId: number, edit: StoredEdit): RowChange {
  const key = { uid: edit.uid };
  const after = columnsOf(articleId, edit);
  insertRow(db, 'block_edit', key, after);
  return { table: 'block_edit', key, before: null, after };
}

function removeEdit(db: WriteDb, articleId: number, edit: StoredEdit): RowChange {
  const key = { uid: edit.uid };
  deleteRow(db, 'block_edit', key);
  return { table: 'block_edit', key, before: columnsOf(articleId, edit), after: null };
}
