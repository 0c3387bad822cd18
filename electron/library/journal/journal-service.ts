// Undo and Redo over everything that the journal keeps.
import { LibraryError } from '#contract/errors.ts';
import type { Change } from '#contract/types/journal.ts';
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import { settleHighlights } from '../highlights/reanchor.ts';
import { reindexArticle } from '../search/reindex-article.ts';
import { bringBack } from '../snapshots/exchange-content.ts';
import { transaction, type WriteDb } from '../storage/database.ts';
import { codeOf } from '../storage/storage-error.ts';
import {
  deleteStep,
  findChanges,
  findRedoStep,
  findUndoStep,
  type StoredStep,
  setUndone,
} from './journal-repo.ts';
import { topicsOf } from './record-step.ts';
import {
  deleteRow,
  findRow,
  insertRow,
  isAsLeft,
  type TableName,
  updateRow,
  type Values,
} from './rows.ts';

export function journalQueries({ db }: ReadContext): Answers<'journal.state'> {
  return {
    'journal.state': () => ({
      undo: findUndoStep(db)?.step ?? null,
      redo: findRedoStep(db)?.step ?? null,
    }),
  };
}

export function journalCommands(context: WriteContext): Answers<'journal.undo' | 'journal.redo'> {
  return {
    'journal.undo': () => move(context, findUndoStep(context.db), 'undo'),
    'journal.redo': () => move(context, findRedoStep(context.db), 'redo'),
  };
}

/** A row is no longer as the step left it. Never leaves this file. */
class Moved extends Error {}

function move(
  context: WriteContext,
  stored: StoredStep | null,
  direction: 'undo' | 'redo',
): Change {
  if (!stored) return { step: null };
  const { db } = context;
  const now = context.ports.clock.now();
  try {
    transaction(db, () => {
      const changes = findChanges(db, stored.id);
      const marks: string[] = [];
      for (const change of direction === 'undo' ? changes.reverse() : changes) {
        if (!change) throw new Moved();
        const { table, key, before, after } = change;
        if (direction === 'undo') apply(db, table, key, after, before, now);
        else apply(db, table, key, before, after, now);
        if (table === 'highlight') marks.push(String(key.uid));
        // By its title, and by more than that, an article is found.
        if (stored.step.kind === 'describe') reindexArticle(db, Number(key.id));
      }
      // The text may be another by now than when the step was made.
      settleHighlights(db, marks);
      setUndone(db, stored.id, direction === 'undo');
    });
  } catch (error) {
    if (!(error instanceof Moved) && !codeOf(error)?.startsWith('SQLITE_CONSTRAINT')) throw error;
    // Dropped, so that the steps before it can still be reached.
    transaction(db, () => deleteStep(db, stored.id));
    context.emit({ kind: 'changed', topics: ['journal'] });
    throw new LibraryError(
      'conflict',
      `The last change can no longer be ${direction === 'undo' ? 'undone' : 'redone'}, because what it changed has changed again since. Nothing was changed.`,
    );
  }
  context.emit({ kind: 'changed', topics: [...topicsOf[stored.step.kind]] });
  return { step: stored.step };
}

/** Brings one row from a state it must be in to another; null is a row that is not there. */
function apply(
  db: WriteDb,
  table: TableName,
  key: Values,
  from: Values | null,
  to: Values | null,
  now: number,
): void {
  const current = findRow(db, table, key, Object.keys(from ?? to ?? {}));
  if (from === null) {
    // It may have stayed for someone else's sake; then it must be the same.
    if (current === null) insertRow(db, table, key, to ?? {});
    else if (!to || !isAsLeft(table, current, to)) throw new Moved();
    return;
  }
  if (current === null || !isAsLeft(table, current, from)) throw new Moved();
  if (table === 'reader_content') showAgain(db, key, to, now);
  else if (to === null) deleteRow(db, table, key);
  else updateRow(db, table, key, to, now);
}

/** The content of an article is more than its row. */
function showAgain(db: WriteDb, key: Values, to: Values | null, now: number): void {
  const wanted = {
    snapshotId: Number(to?.snapshot_id),
    extractorVersion: Number(to?.extractor_version),
  };
  if (!bringBack(db, Number(key.article_id), wanted, now)) throw new Moved();
}
