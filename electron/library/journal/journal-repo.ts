// SQL of the journal: steps, and the rows that each of them changed.

import type { StepUid } from '#contract/types/ids.ts';
import type { Step, StepKind } from '#contract/types/journal.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { parseChange, type RowChange } from './rows.ts';

/** Steps that can be undone; nobody goes back further. */
const MAX_STEPS = 200;
/** Changed rows that all steps together keep, about 100 bytes each. The newest step is kept whatever its size. */
const MAX_CHANGES = 200_000;
/** Text that they keep beside: each save of a note of 1 MB that stands alone keeps it twice. */
const MAX_TEXT_LENGTH = 100 * 1024 * 1024;

interface StepRow {
  id: number;
  uid: StepUid;
  kind: StepKind;
  subject: string | null;
  article_count: number;
  at: number;
}

export interface StoredStep {
  readonly id: number;
  readonly step: Step;
}

const STEP_COLUMNS = 'id, uid, kind, subject, article_count, at';

/** The step that Undo takes back: the last one that stands. */
export function findUndoStep(db: ReadDb): StoredStep | null {
  return toStep(
    statement<StepRow>(
      db,
      `SELECT ${STEP_COLUMNS} FROM journal_step WHERE undone = 0 ORDER BY id DESC LIMIT 1`,
    ).get(),
  );
}

/** The step that stood last before this one. */
export function findStepBefore(db: ReadDb, id: number): StoredStep | null {
  return toStep(
    statement<StepRow>(
      db,
      `SELECT ${STEP_COLUMNS} FROM journal_step WHERE undone = 0 AND id < ? ORDER BY id DESC LIMIT 1`,
    ).get(id),
  );
}

/** The step that Redo does again: the first of those taken back. */
export function findRedoStep(db: ReadDb): StoredStep | null {
  return toStep(
    statement<StepRow>(
      db,
      `SELECT ${STEP_COLUMNS} FROM journal_step WHERE undone = 1 ORDER BY id LIMIT 1`,
    ).get(),
  );
}

export function insertStep(
  db: WriteDb,
  step: { uid: string; kind: StepKind; subject: string | null; at: number },
): number {
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO journal_step (uid, kind, subject, article_count, at) VALUES (?, ?, ?, 0, ?)',
  ).run(step.uid, step.kind, step.subject, step.at);
  return Number(lastInsertRowid);
}

/** @param count of articles or highlights that the step changed; its changes have to be there already */
export function completeStep(db: WriteDb, stepId: number, count: number, at: number): void {
  statement(
    db,
    `UPDATE journal_step SET article_count = ?, at = ?, text_length = (
      SELECT coalesce(sum(coalesce(octet_length(before), 0) + coalesce(octet_length(after), 0)), 0)
        FROM journal_change WHERE step_id = journal_step.id
    ) WHERE id = ?`,
  ).run(count, at, stepId);
}

/** The same for a part of a step. @param from the first of its changes that are new */
export function growStep(db: WriteDb, stepId: number, count: number, from: number): void {
  statement(
    db,
    `UPDATE journal_step SET article_count = article_count + ?, text_length = text_length + (
      SELECT coalesce(sum(coalesce(octet_length(before), 0) + coalesce(octet_length(after), 0)), 0)
        FROM journal_change WHERE step_id = journal_step.id AND seq >= ?
    ) WHERE id = ?`,
  ).run(count, from, stepId);
}

export function hasStep(db: ReadDb, stepId: number): boolean {
  return statement(db, 'SELECT 1 FROM journal_step WHERE id = ?').get(stepId) !== undefined;
}

/** Whether it is there, and was not undone. */
export function isStanding(db: ReadDb, stepId: number): boolean {
  const found = statement(db, 'SELECT 1 FROM journal_step WHERE id = ? AND undone = 0');
  return found.get(stepId) !== undefined;
}

/** The number that the next of its changes gets. */
export function countChanges(db: ReadDb, stepId: number): number {
  const next = statement<number>(
    db,
    'SELECT coalesce(max(seq) + 1, 0) FROM journal_change WHERE step_id = ?',
  );
  return next.pluck().get(stepId) ?? 0;
}

const CHANGE = '(?, ?, ?, ?, ?, ?)';

export function insertChange(db: WriteDb, stepId: number, seq: number, change: RowChange): void {
  statement(
    db,
    `INSERT INTO journal_change (step_id, seq, table_name, row_key, before, after)
      VALUES ${CHANGE}`,
  ).run(...boundOf(stepId, seq, change));
}

/** So many rows go into one statement: a quarter less time than one by one. */
const ROWS_AT_ONCE = 50;

/** Many of one step, in order. @param from the number of the first */
export function insertChanges(
  db: WriteDb,
  stepId: number,
  from: number,
  changes: readonly RowChange[],
): void {
  const whole = changes.length - (changes.length % ROWS_AT_ONCE);
  const insert = statement(
    db,
    `INSERT INTO journal_change (step_id, seq, table_name, row_key, before, after)
      VALUES ${Array.from({ length: ROWS_AT_ONCE }, () => CHANGE).join(', ')}`,
  );
  for (let at = 0; at < whole; at += ROWS_AT_ONCE) {
    const rows = changes.slice(at, at + ROWS_AT_ONCE);
    insert.run(...rows.flatMap((change, index) => boundOf(stepId, from + at + index, change)));
  }
  for (const [index, change] of changes.slice(whole).entries()) {
    insertChange(db, stepId, from + whole + index, change);
  }
}

function boundOf(stepId: number, seq: number, { table, key, before, after }: RowChange) {
  return [
    stepId,
    seq,
    table,
    JSON.stringify(key),
    before && JSON.stringify(before),
    after && JSON.stringify(after),
  ];
}

/** Of a step with one change. */
export function replaceChange(db: WriteDb, stepId: number, change: RowChange): void {
  statement(db, 'DELETE FROM journal_change WHERE step_id = ?').run(stepId);
  insertChange(db, stepId, 0, change);
}

/**
 * In the order they were made. A change that cannot be read is null.
 * @param to the number of the first that is not wanted any more
 */
export function findChanges(
  db: ReadDb,
  stepId: number,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): (RowChange | null)[] {
  return statement<Parameters<typeof parseChange>[0]>(
    db,
    `SELECT table_name, row_key, before, after FROM journal_change
      WHERE step_id = ? AND seq >= ? AND seq < ? ORDER BY seq`,
  )
    .all(stepId, from, to)
    .map(parseChange);
}

/** One of them. @returns null also where it is not there */
export const findChange = (db: ReadDb, stepId: number, seq: number): RowChange | null =>
  findChanges(db, stepId, seq, seq + 1)[0] ?? null;

export function setUndone(db: WriteDb, stepId: number, undone: boolean): void {
  statement(db, 'UPDATE journal_step SET undone = ? WHERE id = ?').run(undone ? 1 : 0, stepId);
}

export function deleteStep(db: WriteDb, stepId: number): void {
  statement(db, 'DELETE FROM journal_step WHERE id = ?').run(stepId);
}

/** Forgets what was taken back: something else happened since. */
export function deleteUndoneSteps(db: WriteDb): void {
  statement(db, 'DELETE FROM journal_step WHERE undone = 1').run();
}

/** Forgets the oldest steps beyond what is kept. */
export function pruneSteps(db: WriteDb): void {
  statement(
    db,
    `DELETE FROM journal_step WHERE id IN (
      SELECT id FROM (
        SELECT id, row_number() OVER newest_first AS place,
          sum(article_count) OVER newest_first AS changes,
          sum(text_length) OVER newest_first AS text
        FROM journal_step WINDOW newest_first AS (ORDER BY id DESC)
      ) WHERE place > 1 AND (place > ? OR changes > ? OR text > ?)
    )`,
  ).run(MAX_STEPS, MAX_CHANGES, MAX_TEXT_LENGTH);
}

function toStep(row: StepRow | undefined): StoredStep | null {
  if (!row) return null;
  const { id, uid, kind, subject, article_count, at } = row;
  return { id, step: { uid, kind, subject, count: article_count, at } };
}
