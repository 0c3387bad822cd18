// Changes any number of articles as one step: some at a time, each lot committed with its part of the step, so that nobody
// waits for the whole, it can be stopped, and whatever ends it leaves a step that says and undoes what was done.
import { setImmediate as otherWork } from 'node:timers/promises';
import { LibraryError } from '#contract/errors.ts';
import type { ArticlesOrAll } from '#contract/types/articles-or-all.ts';
import { StepUid } from '#contract/types/ids.ts';
import type { Change, Step, StepKind } from '#contract/types/journal.ts';
import { idsOf } from '../articles/named-articles.ts';
import type { WriteContext } from '../context.ts';
import { reindexChanged } from '../search/reindex-article.ts';
import { transaction } from '../storage/database.ts';
import {
  deleteStep,
  deleteUndoneSteps,
  growStep,
  hasStep,
  insertChanges,
  insertStep,
  pruneSteps,
} from './journal-repo.ts';
import { inTurn, stoppable } from './large-changes.ts';
import { topicsOf } from './record-step.ts';
import type { RowChange } from './rows.ts';

/** Some 20 ms of work. */
const AT_ONCE = 500;

interface StepOfMany {
  readonly kind: StepKind;
  readonly subject: string | null;
  readonly articles: ArticlesOrAll;
}

/** Changes some of what is to be changed, records every row, and returns how many articles it changed. */
type Work<T> = (some: readonly T[], record: (change: RowChange) => unknown) => number;

/**
 * Does the work as one step that can be undone; few articles are changed at once, in one transaction.
 * @returns what was done, which is less than asked for where it was stopped
 * @throws LibraryError not_found; cancelled where the signal aborts
 */
export async function recordMany(
  context: WriteContext,
  { kind, subject, articles }: StepOfMany,
  signal: AbortSignal,
  work: Work<number>,
): Promise<Change> {
  const found = idsOf(context, articles, signal);
  const ids = Array.isArray(found) ? found : await found;
  return recordInLots(context, { kind, subject, count: ids.length }, ids, signal, work);
}

/**
 * The same for anything that makes up articles.
 * @param count of articles, as far as that is known before
 */
export async function recordInLots<T>(
  context: WriteContext,
  { kind, subject, count }: Pick<StepOfMany, 'kind' | 'subject'> & { readonly count: number },
  all: readonly T[],
  signal: AbortSignal,
  work: Work<T>,
): Promise<Change> {
  const run = stepInParts(context, kind, subject);
  if (all.length > AT_ONCE) {
    return inTurn(context.db, () => inLots(context, run, { all, count }, signal, work));
  }
  if (all.length > 0) run.add((record) => work(all, record));
  const { step } = run;
  if (step) context.emit({ kind: 'changed', topics: [...topicsOf[kind]] });
  return { step };
}

/** Whoever stops it hears what was done by then; whoever gives up is told that it was stopped. */
async function inLots<T>(
  { db, emit }: WriteContext,
  run: StepInParts,
  { all, count }: { readonly all: readonly T[]; readonly count: number },
  signal: AbortSignal,
  work: Work<T>,
): Promise<Change> {
  const { uid } = run;
  const total = all.length;
  const articles = (part: number) => Math.floor((count * part) / total);
  let done = 0;
  try {
    await stoppable(db, uid, async (stop) => {
      while (done < total && !signal.aborted && !stop.aborted) {
        const some = all.slice(done, done + AT_ONCE);
        run.add((record) => work(some, record));
        done = Math.min(total, done + AT_ONCE);
        emit({ kind: 'many-changing', uid, done: articles(done), total: count });
        await otherWork();
      }
    });
  } finally {
    if (run.step) emit({ kind: 'changed', topics: [...topicsOf[run.step.kind]] });
    emit({ kind: 'many-changed', uid });
  }
  if (done < total && signal.aborted) throw stopped(articles(done), count);
  return { step: run.step };
}

const stopped = (done: number, total: number): LibraryError =>
  new LibraryError(
    'cancelled',
    `This was stopped after ${done} of ${total} articles. Undo takes back what was done.`,
    { done, total },
  );

type PartOfWork = (record: (change: RowChange) => unknown) => number;

interface StepInParts {
  readonly uid: StepUid;
  /** What was done so far; null where that is nothing. */
  readonly step: Step | null;
  /** Does a part of the work, in a transaction of its own. */
  add(work: PartOfWork): void;
}

function stepInParts(
  { db, ports, newUid }: WriteContext,
  kind: StepKind,
  subject: string | null,
): StepInParts {
  const uid = StepUid.parse(newUid());
  const at = ports.clock.now();
  let written: { readonly id: number; readonly changes: number } | null = null;
  let count = 0;

  /** @returns of how many articles */
  function addPart(work: PartOfWork): number {
    // Something else that was done meanwhile may have pushed it out of the journal.
    const there = written && hasStep(db, written.id) ? written : null;
    const id = there?.id ?? insertStep(db, { uid, kind, subject, at });
    const from = there?.changes ?? 0;
    const changes: RowChange[] = [];
    const changed = work((change) => changes.push(change));
    insertChanges(db, id, from, changes);
    reindexChanged(db);
    if (changed === 0 && !there) {
      deleteStep(db, id);
      return 0;
    }
    if (!there) deleteUndoneSteps(db);
    growStep(db, id, changed, from);
    pruneSteps(db);
    written = { id, changes: from + changes.length };
    return changed;
  }

  return {
    uid,
    get step() {
      return count === 0 ? null : { uid, kind, subject, count, at };
    },
    add(work) {
      const before = written;
      try {
        count += transaction(db, () => addPart(work));
      } catch (error) {
        // It was rolled back.
        written = before;
        throw error;
      }
    },
  };
}
