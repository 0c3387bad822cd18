// SQL of imports: each run, what became of its rows, and the steps of the journal that it is.
import type { StepUid } from '#contract/types/ids.ts';
import {
  type FormatId,
  type ImportRun,
  ImportSource,
  type ImportUid,
  type RowOutcome,
} from '#contract/types/import.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { TagName } from '#contract/types/tag.ts';
import { type ReadDb, statement, type WriteDb } from '../../../storage/database.ts';
import { parseJson } from '../../../storage/parse-json.ts';

export interface NewRun {
  readonly uid: ImportUid;
  readonly name: string;
  readonly format: FormatId;
  readonly source: ImportSource;
  readonly bytes: number;
  readonly fetch: boolean;
  readonly tags: readonly TagName[];
  readonly total: number;
}

/** A run as the engine goes on with it. */
export interface StoredRun extends NewRun {
  readonly id: number;
  readonly state: ImportRun['state'];
  readonly startedAt: number;
  readonly done: number;
}

interface Row {
  readonly id: number;
  readonly uid: ImportUid;
  readonly name: string;
  readonly format: FormatId;
  readonly source: string;
  readonly bytes: number;
  readonly fetch: 0 | 1;
  readonly tags: string;
  readonly state: ImportRun['state'];
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly done: number;
  readonly total: number;
  readonly imported: number;
  readonly merged: number;
  readonly skipped: number;
  readonly failed: number;
  readonly code: Problem['code'] | null;
  readonly message: string | null;
  readonly undone: 0 | 1;
  /** Whether it changed anything: a full export without an article may. */
  readonly stepped: 0 | 1;
}

const COLUMNS = `id, uid, name, format, source, byte_size AS bytes, fetch, tags, state, started_at AS startedAt,
  ended_at AS endedAt, done, total, imported, merged, skipped, failed, error_code AS code, error_message AS message, undone,
  EXISTS (SELECT 1 FROM import_step WHERE run_id = import_run.id) AS stepped`;

export function insertRun(db: WriteDb, run: NewRun, now: number): void {
  statement(
    db,
    `INSERT INTO import_run (uid, name, format, source, byte_size, fetch, tags, state, started_at, total)
      VALUES (?, ?, ?, ?, ?, ?, ?, 'running', ?, ?)`,
  ).run(
    run.uid,
    run.name,
    run.format,
    JSON.stringify(run.source),
    run.bytes,
    Number(run.fetch),
    JSON.stringify(run.tags),
    now,
    run.total,
  );
}

/** The newest first, without those whose report was thrown away. */
export const findRuns = (db: ReadDb): ImportRun[] =>
  statement<Row>(db, `SELECT ${COLUMNS} FROM import_run WHERE forgotten = 0 ORDER BY id DESC`)
    .all()
    .map(toRun);

const findRow = (db: ReadDb, uid: ImportUid): Row | null =>
  statement<Row>(db, `SELECT ${COLUMNS} FROM import_run WHERE uid = ? AND forgotten = 0`).get(
    uid,
  ) ?? null;

export function findRun(db: ReadDb, uid: ImportUid): ImportRun | null {
  const row = findRow(db, uid);
  return row && toRun(row);
}

/** As the engine needs it. */
export function findStoredRun(db: ReadDb, uid: ImportUid): StoredRun | null {
  const row = findRow(db, uid);
  if (!row) return null;
  const { source, fetch, tags, ...run } = row;
  return {
    ...run,
    source: ImportSource.parse(parseJson(source)),
    fetch: fetch === 1,
    tags: parseJson(tags) as TagName[],
  };
}

function toRun(row: Row): ImportRun {
  const { uid, name, format, state, startedAt, endedAt, done, total } = row;
  const { imported, merged, skipped, failed, code, message } = row;
  const undone = row.undone === 1;
  return {
    uid,
    name,
    format,
    state,
    fetch: row.fetch === 1,
    startedAt,
    endedAt,
    done,
    total,
    counts: { imported, merged, skipped, failed },
    problem: code === null ? null : { code, message: message ?? '' },
    canResume: state === 'stopped' && !undone,
    canUndo: state !== 'running' && !undone && (imported + merged > 0 || row.stepped === 1),
    undone,
  };
}

export interface NewRow {
  /** Place in the source, counted from 0. */
  readonly seq: number;
  readonly place: string;
  readonly outcome: RowOutcome;
  readonly articleId: number | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly problem: Problem | null;
}

/** Part of the transaction that does what it says. */
export function insertRow(db: WriteDb, runId: number, row: NewRow): void {
  statement(
    db,
    `INSERT INTO import_row (run_id, seq, place, outcome, article_id, title, url, error_code, error_message)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    runId,
    row.seq,
    row.place,
    row.outcome,
    row.articleId,
    row.title,
    row.url,
    row.problem?.code ?? null,
    row.problem?.message ?? null,
  );
}

/** Rows behind the last of which it goes on. */
export function growRun(
  db: WriteDb,
  runId: number,
  counts: Readonly<Record<RowOutcome, number>>,
): void {
  const { imported, merged, skipped, failed } = counts;
  statement(
    db,
    `UPDATE import_run SET done = done + ?, imported = imported + ?, merged = merged + ?, skipped = skipped + ?,
      failed = failed + ? WHERE id = ?`,
  ).run(imported + merged + skipped + failed, imported, merged, skipped, failed, runId);
}

/** @param now null while it is under way */
export function setRunState(
  db: WriteDb,
  runId: number,
  state: ImportRun['state'],
  problem: Problem | null,
  now: number | null,
): void {
  statement(
    db,
    'UPDATE import_run SET state = ?, ended_at = ?, error_code = ?, error_message = ? WHERE id = ?',
  ).run(state, now, problem?.code ?? null, problem?.message ?? null, runId);
}

/** For what the journal does not tell by itself. */
export function setRunUndone(db: WriteDb, runId: number): void {
  statement(db, 'UPDATE import_run SET undone = 1 WHERE id = ?').run(runId);
}

/** Of a process that is gone: they can be gone on with. */
export function stopRuns(db: WriteDb, now: number): void {
  statement(
    db,
    "UPDATE import_run SET state = 'stopped', ended_at = ? WHERE state = 'running'",
  ).run(now);
}

/** Names of kept sources that somebody may still go on with. */
export function findKeptInUse(db: ReadDb): Set<string> {
  const kept = statement<string>(
    db,
    `SELECT json_extract(source, '$.kept') FROM import_run
      WHERE state IN ('running', 'stopped') AND json_extract(source, '$.kept') IS NOT NULL`,
  );
  return new Set(kept.pluck().all());
}

/** Articles keep the names of where they came from. */
export function forgetRun(db: WriteDb, runId: number): void {
  statement(db, 'UPDATE import_run SET forgotten = 1 WHERE id = ?').run(runId);
  statement(db, 'DELETE FROM import_row WHERE run_id = ?').run(runId);
}

export function insertImportStep(db: WriteDb, runId: number, uid: StepUid): void {
  statement(db, 'INSERT INTO import_step (step_uid, run_id) VALUES (?, ?)').run(uid, runId);
}

/** Its parts that stand in the journal, the last first. */
export function findStandingSteps(
  db: ReadDb,
  runId: number,
): { readonly id: number; readonly uid: StepUid }[] {
  return statement<{ id: number; uid: StepUid }>(
    db,
    `SELECT journal_step.id, journal_step.uid FROM import_step
      JOIN journal_step ON journal_step.uid = import_step.step_uid
      WHERE run_id = ? AND kind = 'import' AND undone = 0 ORDER BY journal_step.id DESC`,
  ).all(runId);
}

/** Whether the step is of an import that is under way. */
export function isOfRunning(db: ReadDb, uid: StepUid): boolean {
  const found = statement(
    db,
    `SELECT 1 FROM import_step JOIN import_run ON import_run.id = import_step.run_id
      WHERE step_uid = ? AND state = 'running'`,
  );
  return found.get(uid) !== undefined;
}
