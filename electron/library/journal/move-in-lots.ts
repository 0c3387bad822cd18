// Undo and Redo of a step of thousands of rows: some at a time, so that nobody waits for the whole. Wherever it ends, the step stands until
// all of it is taken back, and what is done already is passed over the next time.
import { setImmediate as otherWork } from 'node:timers/promises';
import { LibraryError } from '#contract/errors.ts';
import type { WriteContext } from '../context.ts';
import { settleHighlights } from '../highlights/reanchor.ts';
import { reindexChanged } from '../search/reindex-article.ts';
import { transaction } from '../storage/database.ts';
import { changeTaker } from './change-taker.ts';
import {
  countChanges,
  findChanges,
  growStep,
  hasStep,
  insertChanges,
  type StoredStep,
  setUndone,
} from './journal-repo.ts';
import { stoppable } from './large-changes.ts';
import { inverse, type RowChange } from './rows.ts';

/** Some 50 ms of work. */
export const CHANGES_AT_ONCE = 400;

/** @throws LibraryError cancelled; conflict where it has left the journal meanwhile */
export async function moveInLots(
  { db, emit, ports }: WriteContext,
  { id, step }: StoredStep,
  direction: 'undo' | 'redo',
  signal: AbortSignal,
): Promise<void> {
  const { uid, count } = step;
  const now = ports.clock.now();
  const total = countChanges(db, id);
  const take = changeTaker(db, direction === 'undo' ? [id] : []);
  let done = 0;
  try {
    await stoppable(db, uid, async (stop) => {
      for (;;) {
        const from = done;
        done = transaction(db, () => moveSome(from));
        if (done === total) return;
        emit({
          kind: 'many-changing',
          uid,
          done: Math.floor((count * done) / total),
          total: count,
        });
        await otherWork();
        if (signal.aborted || stop.aborted) throw stopped(direction);
      }
    });
  } finally {
    if (total > CHANGES_AT_ONCE) emit({ kind: 'many-changed', uid });
  }

  /** @returns how many are done then */
  function moveSome(from: number): number {
    if (!hasStep(db, id)) throw gone(direction);
    const to = Math.min(total, from + CHANGES_AT_ONCE);
    const marks: string[] = [];
    const further: RowChange[] = [];
    const some =
      direction === 'undo'
        ? findChanges(db, id, total - to, total - from).toReversed()
        : findChanges(db, id, from, to);
    for (const change of some) {
      if (!change) continue;
      const wanted = direction === 'undo' ? inverse(change) : change;
      further.push(...take(wanted, now).filter((done) => done.key !== change.key));
      if (change.table === 'highlight') marks.push(String(change.key.uid));
    }
    // The text may be another by now than when the step was made.
    settleHighlights(db, marks);
    reindexChanged(db);
    if (further.length > 0) note(further);
    if (to === total) setUndone(db, id, direction === 'undo');
    return to;
  }

  /** Behind all others, so that Redo comes to them last. */
  function note(further: readonly RowChange[]): void {
    const from = countChanges(db, id);
    insertChanges(db, id, from, further.map(inverse));
    growStep(db, id, 0, from);
  }
}

const stopped = (direction: 'undo' | 'redo'): LibraryError =>
  new LibraryError(
    'cancelled',
    direction === 'undo'
      ? 'This was stopped. What was taken back by then stays so; Undo takes back the rest.'
      : 'This was stopped. What was done by then stays so; Redo does the rest.',
  );

const gone = (direction: 'undo' | 'redo'): LibraryError =>
  new LibraryError(
    'conflict',
    `So much was done meanwhile that the rest of this can no longer be ${direction === 'undo' ? 'undone' : 'redone'}.`,
  );
