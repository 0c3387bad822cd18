// Runs a change together with the journal's record of it, in one transaction.
import type { Topic } from '#contract/topics.ts';
import { StepUid } from '#contract/types/ids.ts';
import type { Change, Step, StepKind } from '#contract/types/journal.ts';
import type { WriteContext } from '../context.ts';
import { reindexChanged } from '../search/reindex-article.ts';
import { transaction, type WriteDb } from '../storage/database.ts';
import { joinToLast } from './join-steps.ts';
import {
  completeStep,
  countChanges,
  deleteStep,
  deleteUndoneSteps,
  findUndoStep,
  growStep,
  insertChange,
  insertStep,
  pruneSteps,
  type StoredStep,
} from './journal-repo.ts';
import type { RowChange } from './rows.ts';

const everythingImported: readonly Topic[] = [
  'articles',
  'counts',
  'tags',
  'collections',
  'highlights',
  'notes',
  'links',
  'saved-searches',
  'settings',
  'jobs',
  'imports',
  'journal',
];

/** The kinds of data that a step of this kind changes; the trash takes articles out of the counts of tags and collections,
 * and their highlights and links out of the library's lists. */
export const topicsOf: Readonly<Record<StepKind, readonly Topic[]>> = {
  star: ['articles', 'counts', 'journal'],
  unstar: ['articles', 'counts', 'journal'],
  archive: ['articles', 'counts', 'journal'],
  unarchive: ['articles', 'counts', 'journal'],
  trash: ['articles', 'counts', 'tags', 'collections', 'highlights', 'links', 'journal'],
  restore: ['articles', 'counts', 'tags', 'collections', 'highlights', 'links', 'journal'],
  'set-status': ['articles', 'counts', 'journal'],
  describe: ['articles', 'links', 'journal'],
  tag: ['articles', 'tags', 'journal'],
  untag: ['articles', 'tags', 'journal'],
  highlight: ['highlights', 'journal'],
  unhighlight: ['highlights', 'journal'],
  recolour: ['highlights', 'journal'],
  annotate: ['highlights', 'journal'],
  'place-highlight': ['highlights', 'journal'],
  'keep-as-note': ['highlights', 'notes', 'journal'],
  'write-note': ['notes', 'journal'],
  'show-version': ['articles', 'highlights', 'links', 'journal'],
  're-extract': ['articles', 'highlights', 'links', 'journal'],
  merge: ['articles', 'counts', 'tags', 'collections', 'highlights', 'notes', 'links', 'journal'],
  'tell-apart': ['articles', 'journal'],
  'restore-block': ['articles', 'highlights', 'links', 'journal'],
  'remove-block': ['articles', 'highlights', 'links', 'journal'],
  'forget-edits': ['articles', 'highlights', 'links', 'journal'],
  'rename-tag': ['articles', 'tags', 'saved-searches', 'journal'],
  'colour-tag': ['articles', 'tags', 'journal'],
  'merge-tags': ['articles', 'tags', 'saved-searches', 'journal'],
  'delete-tags': ['articles', 'tags', 'journal'],
  'make-collection': ['collections', 'journal'],
  'rename-collection': ['collections', 'journal'],
  'move-collection': ['collections', 'journal'],
  'remove-collection': ['articles', 'collections', 'journal'],
  collect: ['articles', 'collections', 'journal'],
  uncollect: ['articles', 'collections', 'journal'],
  arrange: ['articles', 'journal'],
  'save-search': ['saved-searches', 'journal'],
  'change-search': ['saved-searches', 'journal'],
  'move-search': ['saved-searches', 'journal'],
  'remove-search': ['saved-searches', 'journal'],
  import: everythingImported,
  'undo-import': everythingImported,
};

interface StepToRecord {
  readonly kind: StepKind;
  readonly subject: string | null;
  /** Saved again and again while the reader types: what continues the last step becomes part of it. */
  readonly continues?: boolean;
  /** The step that this is a further part of, while that is the last one. */
  readonly partOf?: StepUid | null;
}

/**
 * Does the work as one step that can be undone. What was undone before can no longer be redone then.
 * @param work records every row it changes, and returns how many articles or highlights it changed; 0 makes no step
 */
export function recordStep(
  context: WriteContext,
  { kind, subject, continues = false, partOf = null }: StepToRecord,
  work: (record: (change: RowChange) => void) => number,
): Change {
  const { db } = context;
  const at = context.ports.clock.now();
  const uid = StepUid.parse(context.newUid());
  const recorded = transaction(db, () => {
    const whole = partOf && findWhole(db, partOf, kind);
    const id = whole ? whole.id : insertStep(db, { uid, kind, subject, at });
    const from = whole ? countChanges(db, id) : 0;
    let seq = from;
    const count = work((change) => insertChange(db, id, seq++, change));
    reindexChanged(db);
    if (count === 0) {
      if (!whole) deleteStep(db, id);
      return null;
    }
    deleteUndoneSteps(db);
    if (whole) {
      growStep(db, id, count, from);
      pruneSteps(db);
      return { step: { ...whole.step, count: whole.step.count + count } };
    }
    const step: Step = { uid, kind, subject, count, at };
    const joined = continues ? joinToLast(db, { id, step }) : null;
    if (!joined) completeStep(db, id, count, at);
    pruneSteps(db);
    return joined ?? { step };
  });
  if (!recorded) return { step: null };
  context.emit({ kind: 'changed', topics: [...topicsOf[kind]] });
  return recorded;
}

function findWhole(db: WriteDb, uid: StepUid, kind: StepKind): StoredStep | null {
  const last = findUndoStep(db);
  return last?.step.uid === uid && last.step.kind === kind ? last : null;
}
