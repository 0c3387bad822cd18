// Takes an import back from its report, whatever was done since.
import type { ArticleUid } from '#contract/types/ids.ts';
import { Change } from '#contract/types/journal.ts';
import type { Answers, WriteContext } from '../../../context.ts';
import { changeArticle } from '../../../journal/article-changes.ts';
import { findChanges, findUndoStep } from '../../../journal/journal-repo.ts';
import { recordMany } from '../../../journal/record-many.ts';
import { recordStep } from '../../../journal/record-step.ts';
import { articleOf, type RowChange } from '../../../journal/rows.ts';
import { takeBack } from '../../../journal/take-back.ts';
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
  const change =
    steps.length > 0
      ? takeStepsBack(context, run, steps)
      : await trashImported(context, run, signal);
  transaction(db, () => {
    if (change.step) insertImportStep(db, run.id, change.step.uid);
    setRunUndone(db, run.id);
  });
  context.emit({ kind: 'changed', topics: ['imports', 'jobs'] });
  return change;
}

/** @param steps ids, the last first */
function takeStepsBack(context: WriteContext, run: StoredRun, steps: readonly number[]): Change {
  const { db, ports } = context;
  const now = ports.clock.now();
  return recordStep(context, { kind: 'undo-import', subject: run.name }, (record) => {
    const articles = new Set<number>();
    for (const change of steps.flatMap((id) => findChanges(db, id).toReversed())) {
      const done = change && takeBack(db, inverse(change), now);
      if (!done) continue;
      record(done);
      articles.add(articleOf(done) ?? 0);
    }
    return articles.size;
  });
}

const inverse = ({ table, key, before, after }: RowChange): RowChange => ({
  table,
  key,
  before: after,
  after: before,
});

async function trashImported(
  context: WriteContext,
  run: StoredRun,
  signal: AbortSignal,
): Promise<Change> {
  const { db, ports } = context;
  const uids: ArticleUid[] = findImported(db, run.id);
  if (uids.length === 0) return { step: null };
  const step = { kind: 'undo-import', subject: run.name, articles: { uids } } as const;
  return recordMany(context, step, signal, (ids, record) => {
    const now = ports.clock.now();
    let count = 0;
    for (const id of ids) {
      const trashed = changeArticle(db, id, () => ({ trashed_at: now }), now);
      if (!trashed) continue;
      record(trashed);
      count++;
    }
    return count;
  });
}
