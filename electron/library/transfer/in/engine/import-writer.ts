// Writes parts of an import: each in one transaction with the rows of its report, how far it has come, and its part of one step that
// can be undone.
import { StepUid } from '#contract/types/ids.ts';
import type { OriginField, RowOutcome } from '#contract/types/import.ts';
import type { WriteContext } from '../../../context.ts';
import {
  countChanges,
  deleteUndoneSteps,
  growStep,
  insertChanges,
  insertStep,
  isStanding,
  pruneSteps,
} from '../../../journal/journal-repo.ts';
import type { RowChange } from '../../../journal/rows.ts';
import { reindexChanged } from '../../../search/reindex-article.ts';
import { type IndexEntry, indexArticles, isIndexed } from '../../../search/search-index.ts';
import { transaction } from '../../../storage/database.ts';
import { toStorageError } from '../../../storage/storage-error.ts';
import { putOrigin } from './row-repo.ts';
import {
  findStandingSteps,
  growRun,
  insertImportStep,
  insertRow,
  type NewRow,
  type StoredRun,
} from './run-repo.ts';

/** What a part of an import says of what it does. */
export interface PartOfImport {
  record(change: RowChange): void;
  /** Puts a new article into the index once the part has written everything else, unless it is there by then. */
  index(entry: IndexEntry): void;
  row(row: NewRow, fields: readonly OriginField[]): void;
}

export interface ImportWriter {
  /** Rows dealt with so far. */
  readonly done: number;
  /** @throws LibraryError disk_full, read_only, library_busy, library_damaged: nothing of the part was written then */
  write<T>(work: (part: PartOfImport) => T): T;
}

export function importWriter(context: WriteContext, run: StoredRun): ImportWriter {
  const { db, ports, newUid } = context;
  let done = run.done;
  let stepId = findStandingSteps(db, run.id)[0]?.id ?? null;

  /** Part of a transaction. @returns the step, which what was done meanwhile may have taken out of the journal */
  function stepNow(): number {
    if (stepId !== null && isStanding(db, stepId)) return stepId;
    const uid = StepUid.parse(newUid());
    const at = ports.clock.now();
    const id = insertStep(db, { uid, kind: 'import', subject: run.name, at });
    insertImportStep(db, run.id, uid);
    // What was undone before can no longer be redone.
    deleteUndoneSteps(db);
    return id;
  }

  function writePart<T>(work: (part: PartOfImport) => T) {
    const changes: RowChange[] = [];
    const entries: IndexEntry[] = [];
    const counts: Record<RowOutcome, number> = { imported: 0, merged: 0, skipped: 0, failed: 0 };
    let rows = 0;
    const result = work({
      record: (change) => void changes.push(change),
      index: (entry) => void entries.push(entry),
      row(row, fields) {
        insertRow(db, run.id, row);
        if (row.articleId !== null) putOrigin(db, row.articleId, run.id, fields);
        counts[row.outcome]++;
        rows++;
      },
    });
    let step = stepId;
    if (changes.length > 0) {
      step = stepNow();
      const from = countChanges(db, step);
      insertChanges(db, step, from, changes);
      growStep(db, step, counts.imported + counts.merged, from);
      pruneSteps(db);
    }
    // What was joined with another meanwhile has its entry, with more in it.
    indexArticles(
      db,
      entries.filter(({ id }) => !isIndexed(db, id)),
    );
    reindexChanged(db);
    growRun(db, run.id, counts);
    return { result, step, rows };
  }

  return {
    get done() {
      return done;
    },
    write(work) {
      try {
        const whole = () => writePart(work);
        // In the transaction of a clip, which fails with it: a savepoint would copy every page that is written in it.
        const { result, step, rows } = db.inTransaction ? whole() : transaction(db, whole);
        // Only what is committed counts.
        stepId = step;
        done += rows;
        return result;
      } catch (error) {
        throw toStorageError(error, 'the library');
      }
    },
  };
}
