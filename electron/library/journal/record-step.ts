// Runs a change together with the journal's record of it, in one transaction.
import type { Topic } from '#contract/events.ts';
import { StepUid } from '#contract/types/ids.ts';
import type { Change, StepKind } from '#contract/types/journal.ts';
import type { WriteContext } from '../context.ts';
import { transaction } from '../storage/database.ts';
import {
  deleteStep,
  deleteUndoneSteps,
  insertChange,
  insertStep,
  pruneSteps,
  setStepCount,
} from './journal-repo.ts';
import type { RowChange } from './rows.ts';

/** The kinds of data that a step of this kind changes; the trash takes articles out of their tags' counts. */
export const topicsOf: Readonly<Record<StepKind, readonly Topic[]>> = {
  star: ['articles', 'counts', 'journal'],
  unstar: ['articles', 'counts', 'journal'],
  archive: ['articles', 'counts', 'journal'],
  unarchive: ['articles', 'counts', 'journal'],
  trash: ['articles', 'counts', 'tags', 'journal'],
  restore: ['articles', 'counts', 'tags', 'journal'],
  'set-status': ['articles', 'counts', 'journal'],
  tag: ['articles', 'tags', 'journal'],
  untag: ['articles', 'tags', 'journal'],
};

/**
 * Does the work as one step that can be undone. What was undone before can no longer be redone then.
 * @param work records every row it changes, and returns how many articles it changed; 0 makes no step
 */
export function recordStep(
  context: WriteContext,
  { kind, subject }: { kind: StepKind; subject: string | null },
  work: (record: (change: RowChange) => void) => number,
): Change {
  const { db } = context;
  const at = context.ports.clock.now();
  const uid = StepUid.parse(context.newUid());
  const count = transaction(db, () => {
    const id = insertStep(db, { uid, kind, subject, at });
    let seq = 0;
    const changed = work((change) => insertChange(db, id, seq++, change));
    if (changed === 0) {
      deleteStep(db, id);
    } else {
      setStepCount(db, id, changed);
      deleteUndoneSteps(db);
      pruneSteps(db);
    }
    return changed;
  });
  if (count === 0) return { step: null };
  context.emit({ kind: 'changed', topics: [...topicsOf[kind]] });
  return { step: { uid, kind, subject, count, at } };
}
