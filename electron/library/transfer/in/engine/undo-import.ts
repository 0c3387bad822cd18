// Takes an import back from its report, whatever was done since.
import type { ArticleUid } from '#contract/types/ids.ts';
import { Change } from '#contract/types/journal.ts';
import type { Answers, WriteContext } from '../../../context.ts';
import { changeArticle } from '../../../journal/article-changes.ts';
import { changeTaker } from '../../../journal/change-taker.ts';
import { countChanges, findChange, findUndoStep } from '../../../journal/journal-repo.ts';
import { recordInLots, recordMany } from '../../../journal/record-many.ts';
import { articleOf, inverse } from '../../../journal/rows.ts';
import { transaction } from '../../../storage/database.ts';
import { findImported } from './row-repo.ts';
import { findStandingSteps, insertImportStep, type StoredRun, setRunUndone } from './run-repo.ts';

/**
 * As the journal does where it is the last step; else as a step of its own, in which what still is as the import left it goes back. Of what
 * the journal no longer knows the articles that it made are left, and go to the trash.
 */
export async function undoImport(
  context: WriteContext,
  run: StoredRun,
  undo: Answers<'journal.undo'>['journal.undo'],
  signal: AbortSignal,
): Promise<Change> {
  const { db } = context;
  const steps = findStandingSteps(db, run.id).map(({ id }) => id);
  const isLast = steps.length === 1 && findUndoStep(db)?.id === steps[0];
  if (isLast) return Change.parse(await undo({}, signal));
  const { change, isWhole } =
    steps.length > 0
      ? await takeStepsBack(context, run, steps, signal)
      : await trashImported(context, run, signal);
  if (isWhole) {
    transaction(db, () => {
      if (change.step) insertImportStep(db, run.id, change.step.uid);
      setRunUndone(db, run.id);
    });
  }
  context.emit({ kind: 'changed', topics: ['imports', 'jobs'] });
  return change;
}

interface Undoing {
  readonly change: Change;
  /** False where somebody stopped it. */
  readonly isWhole: boolean;
}

/** @param steps ids, the last first */
async function takeStepsBack(
  context: WriteContext,
  run: StoredRun,
  steps: readonly number[],
  signal: AbortSignal,
): Promise<Undoing> {
  const { db, ports } = context;
  const now = ports.clock.now();
  const take = changeTaker(db, steps);
  const all = steps.flatMap((id) =>
    Array.from({ length: countChanges(db, id) }, (_, seq) => ({ id, seq })).reverse(),
  );
  const articles = new Set<number>();
  let left = all.length;
  const step = { kind: 'undo-import', subject: run.name, count: run.done } as const;
  const change = await recordInLots(context, step, all, signal, (some, record) => {
    const before = articles.size;
    for (const { id, seq } of some) {
      const change = findChange(db, id, seq);
      for (const done of change ? take(inverse(change), now) : []) {
        record(done);
        articles.add(articleOf(done) ?? 0);
      }
    }
    left -= some.length;
    return articles.size - before;
  });
  return { change, isWhole: left === 0 };
}

async function trashImported(
  context: WriteContext,
  run: StoredRun,
  signal: AbortSignal,
): Promise<Undoing> {
  const { db, ports } = context;
  const uids: ArticleUid[] = findImported(db, run.id);
  if (uids.length === 0) return { change: { step: null }, isWhole: true };
  const step = { kind: 'undo-import', subject: run.name, articles: { uids } } as const;
  let left = uids.length;
  const change = await recordMany(context, step, signal, (ids, record) => {
    const now = ports.clock.now();
    let count = 0;
    for (const id of ids) {
      const trashed = changeArticle(db, id, () => ({ trashed_at: now }), now);
      if (!trashed) continue;
      record(trashed);
      count++;
    }
    left -= ids.length;
    return count;
  });
  return { change, isWhole: left <= 0 };
}
