// Undo and Redo over everything that the journal keeps.
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import type { StepUid } from '#contract/types/ids.ts';
import type { Change, StepKind } from '#contract/types/journal.ts';
import type { EditedContent } from '../blocks/edited-content.ts';
import { contentOfStep } from '../blocks/edits-of-step.ts';
import { showEdited } from '../blocks/show-edited.ts';
import type { AssetHold } from '../clip/asset-keeper.ts';
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import { settleHighlights } from '../highlights/reanchor.ts';
import { reindexChanged } from '../search/reindex-article.ts';
import { type ReadDb, transaction } from '../storage/database.ts';
import { isOfRunning } from '../transfer/in/engine/run-repo.ts';
import { applyUnlessGone, isConstraint, Moved } from './apply-change.ts';
import { findState, findSteps } from './history-repo.ts';
import {
  countChanges,
  deleteStep,
  findChanges,
  findRedoStep,
  findUndoStep,
  type StoredStep,
  setUndone,
} from './journal-repo.ts';
import { inTurn, stopChange } from './large-changes.ts';
import { lookAhead } from './look-ahead.ts';
import { moveInLots } from './move-in-lots.ts';
import { topicsOf } from './record-step.ts';
import { articleOf, inverse, type RowChange } from './rows.ts';

export function journalQueries({ db }: ReadContext): Answers<'journal.state' | 'journal.list'> {
  return {
    'journal.state': () => ({
      undo: findUndoStep(db)?.step ?? null,
      redo: findRedoStep(db)?.step ?? null,
    }),
    'journal.list': ({ after = null, limit }) => {
      // One more than asked for tells whether there is a next page.
      const steps = findSteps(db, after, limit + 1);
      const shown = steps.slice(0, limit);
      return { steps: shown, next: steps.length > limit ? (shown.at(-1)?.uid ?? null) : null };
    },
  };
}

/** @param openHold one for all that writes files into a library */
export function journalCommands(
  context: WriteContext,
  openHold: () => AssetHold,
): Answers<'journal.undo' | 'journal.redo' | 'journal.goTo' | 'journal.stop'> {
  return {
    'journal.undo': (_, signal) =>
      inTurn(context.db, () => moveLast(context, openHold, 'undo', signal)),
    'journal.redo': (_, signal) =>
      inTurn(context.db, () => moveLast(context, openHold, 'redo', signal)),
    'journal.goTo': ({ uid }, signal) =>
      inTurn(context.db, () => goTo(context, openHold, uid, signal)),
    'journal.stop': ({ uid }) => stopChange(context.db, uid),
  };
}

/** @returns how many steps it went */
async function goTo(
  context: WriteContext,
  openHold: () => AssetHold,
  uid: StepUid,
  signal: AbortSignal,
): Promise<{ count: number }> {
  const begun = findState(context.db, uid);
  if (begun === null) {
    throw new LibraryError('not_found', 'This change is no longer in the history.');
  }
  let count = 0;
  while (findState(context.db, uid) === begun && !signal.aborted) {
    await moveLast(context, openHold, begun === 'stands' ? 'undo' : 'redo', signal);
    count++;
  }
  return { count };
}

type Direction = 'undo' | 'redo';

/** Takes the last step back, or does it again. */
async function moveLast(
  context: WriteContext,
  openHold: () => AssetHold,
  direction: Direction,
  signal: AbortSignal,
): Promise<Change> {
  const { db } = context;
  const stored = findLast(db, direction);
  if (!stored) return { step: null };
  if (isOfRunning(db, stored.step.uid)) throw stillRunning();
  const { kind } = stored.step;
  if (importKinds.has(kind)) return moveByLots(context, stored, direction, signal);
  const isEdit = editKinds.has(kind);
  if (!isEdit && countChanges(db, stored.id) <= AT_ONCE) return move(context, stored, direction);
  const moved = isEdit
    ? await moveEdit(context, stored, openHold, direction, signal)
    : await moveLarge(context, stored, direction, signal);
  return moved ?? moveLast(context, openHold, direction, signal);
}

const findLast = (db: ReadDb, direction: Direction): StoredStep | null =>
  direction === 'undo' ? findUndoStep(db) : findRedoStep(db);

/** @returns null where something else was done while the page was read */
async function moveEdit(
  context: WriteContext,
  stored: StoredStep,
  openHold: () => AssetHold,
  direction: Direction,
  signal: AbortSignal,
): Promise<Change | null> {
  const { db } = context;
  const hold = openHold();
  try {
    const changes = findChanges(db, stored.id);
    const content = await contentOfStep(context, changes, direction, hold, signal);
    if (findLast(db, direction)?.id !== stored.id) return null;
    return move(context, stored, direction, content);
  } catch (error) {
    if (error instanceof LibraryError && isGone.has(error.code)) drop(context, stored, direction);
    throw error;
  } finally {
    await hold.release();
  }
}

/** @returns null where something else was done while its rows were looked at */
async function moveLarge(
  context: WriteContext,
  stored: StoredStep,
  direction: Direction,
  signal: AbortSignal,
): Promise<Change | null> {
  const { db } = context;
  const prospect = await lookAhead(db, stored.id, direction, signal);
  if (findLast(db, direction)?.id !== stored.id) return null;
  if (prospect === 'gone') dropGone(context, stored, direction);
  if (prospect === 'moved') drop(context, stored, direction);
  return moveByLots(context, stored, direction, signal);
}

/** Changes that are moved in one transaction: some 100 ms of work. */
const AT_ONCE = 1000;

/** Of which the content is made anew from the snapshot. */
const editKinds: ReadonlySet<StepKind> = new Set<StepKind>([
  'restore-block',
  'remove-block',
  'forget-edits',
]);
/** Of which some rows are always other than they were by now: an article of thousands was read. What still is as it was left goes back. */
const importKinds: ReadonlySet<StepKind> = new Set<StepKind>(['import', 'undo-import']);
const isGone: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['not_found', 'library_damaged']);

/** Nothing is left of what the step changed. Never leaves this file. */
class Gone extends Error {}

const isOfArticle = (change: RowChange | null): boolean =>
  change !== null && articleOf(change) !== null;

/** Others may change what it is about meanwhile; that stays as they made it. */
async function moveByLots(
  context: WriteContext,
  stored: StoredStep,
  direction: Direction,
  signal: AbortSignal,
): Promise<Change> {
  const { step } = stored;
  try {
    await moveInLots(context, stored, direction, signal);
  } finally {
    context.emit({ kind: 'changed', topics: [...topicsOf[step.kind]] });
  }
  return { step };
}

function move(
  context: WriteContext,
  stored: StoredStep,
  direction: Direction,
  content: EditedContent | null = null,
): Change {
  const { db } = context;
  const now = context.ports.clock.now();
  try {
    transaction(db, () => {
      const changes = findChanges(db, stored.id);
      const marks: string[] = [];
      let gone = 0;
      for (const change of direction === 'undo' ? changes.reverse() : changes) {
        if (!change) throw new Moved();
        const wanted = direction === 'undo' ? inverse(change) : change;
        if (!applyUnlessGone(db, wanted, now)) gone++;
        if (change.table === 'highlight') marks.push(String(change.key.uid));
      }
      if (gone > 0 && gone === changes.filter(isOfArticle).length) throw new Gone();
      if (content) showEdited(db, content, now);
      // The text may be another by now than when the step was made.
      settleHighlights(db, marks);
      reindexChanged(db);
      setUndone(db, stored.id, direction === 'undo');
    });
  } catch (error) {
    if (error instanceof Gone) dropGone(context, stored, direction);
    if (!(error instanceof Moved) && !isConstraint(error)) throw error;
    drop(context, stored, direction);
  }
  context.emit({ kind: 'changed', topics: [...topicsOf[stored.step.kind]] });
  return { step: stored.step };
}

function drop(context: WriteContext, stored: StoredStep, direction: Direction): never {
  refuse(context, stored, direction, 'what it changed has changed again since');
}

function dropGone(context: WriteContext, stored: StoredStep, direction: Direction): never {
  const what = stored.step.count === 1 ? 'its article was' : 'its articles were';
  refuse(context, stored, direction, `${what} deleted for good`);
}

const stillRunning = (): LibraryError =>
  new LibraryError('conflict', 'This import is still going on. Stop it first.');

/** Forgets it, so that the steps before it can still be reached. */
function refuse(
  { db, emit }: WriteContext,
  { id }: StoredStep,
  direction: Direction,
  reason: string,
): never {
  transaction(db, () => deleteStep(db, id));
  emit({ kind: 'changed', topics: ['journal'] });
  throw new LibraryError(
    'conflict',
    `The last change can no longer be ${direction === 'undo' ? 'undone' : 'redone'}, because ${reason}. Nothing was changed.`,
  );
}
