// A note is saved every few words while it is written. Those saves are one step: Undo takes back the writing, not its
// last syllable, and a long note does not push everything else out of the journal.
import type { Change } from '#contract/types/journal.ts';
import type { WriteDb } from '../storage/database.ts';
import {
  completeStep,
  deleteStep,
  findChanges,
  findStepBefore,
  replaceChange,
  type StoredStep,
} from './journal-repo.ts';
import type { RowChange } from './rows.ts';

/** Whoever has not written for so long begins anew. */
const PAUSE_MS = 2 * 60 * 1000;

/**
 * Makes a step part of the one before it, where that did the same to the same row a short while ago.
 * @returns the joined step, null in it where the two leave nothing changed; null where they are not joined
 */
export function joinToLast(db: WriteDb, { id, step }: StoredStep): Change | null {
  const last = findStepBefore(db, id);
  if (!last || last.step.kind !== step.kind) return null;
  const pause = step.at - last.step.at;
  if (pause < 0 || pause > PAUSE_MS) return null;
  const [earlier, later] = [findChanges(db, last.id), findChanges(db, id)];
  const [first, second] = [earlier[0], later[0]];
  if (earlier.length !== 1 || later.length !== 1 || !first || !second) return null;
  if (!isSameRow(first, second) || first.after === null) return null;

  deleteStep(db, id);
  const joined = join(first, second);
  if (leavesNothing(joined)) {
    deleteStep(db, last.id);
    return { step: null };
  }
  replaceChange(db, last.id, joined);
  completeStep(db, last.id, last.step.count, step.at);
  return { step: { ...last.step, at: step.at } };
}

const isSameRow = (a: RowChange, b: RowChange): boolean =>
  a.table === b.table && JSON.stringify(a.key) === JSON.stringify(b.key);

/** Before the first and after the second; a row that was not there before was not there at all. */
function join(first: RowChange, second: RowChange): RowChange {
  return {
    ...first,
    before: first.before && { ...second.before, ...first.before },
    after: second.after && { ...first.after, ...second.after },
  };
}

function leavesNothing({ before, after }: RowChange): boolean {
  if (before === null || after === null) return before === after;
  return Object.entries(after).every(([column, value]) => before[column] === value);
}
