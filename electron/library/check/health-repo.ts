// Rows of the scrub: how far it got, and what it found.
import type { Health } from '#contract/types/health.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import type { Finding } from './check-part.ts';

const MAX_SHOWN = 100;
/** A library that is damaged through and through says so with fewer. */
const MAX_KEPT = 1000;

export interface ScrubState {
  /** Where a round goes on; null between rounds. */
  readonly place: string | null;
  readonly finishedAt: number | null;
}

export function findScrubState(db: ReadDb): ScrubState {
  const row = statement<ScrubState>(
    db,
    'SELECT place, finished_at AS finishedAt FROM scrub_state',
  ).get();
  return row ?? { place: null, finishedAt: null };
}

export function setScrubState(db: WriteDb, { place, finishedAt }: ScrubState): void {
  statement(db, 'UPDATE scrub_state SET place = ?, finished_at = ?').run(place, finishedAt);
}

/** A round finds everything again that is still there. */
export function deleteFindings(db: WriteDb): void {
  statement(db, 'DELETE FROM scrub_finding').run();
}

export function insertFinding(db: WriteDb, finding: Finding, now: number): void {
  statement(
    db,
    `INSERT INTO scrub_finding (table_name, article_uid, code, message, found_at)
      SELECT ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM scrub_finding) < ${MAX_KEPT}`,
  ).run(finding.table, finding.uid, finding.code, finding.message, now);
}

export function deleteFindingsOf(db: WriteDb, uid: string): void {
  statement(db, 'DELETE FROM scrub_finding WHERE article_uid = ?').run(uid);
}

export function findDamagedUids(db: ReadDb): string[] {
  return statement<string>(
    db,
    'SELECT DISTINCT article_uid FROM scrub_finding WHERE article_uid IS NOT NULL ORDER BY article_uid',
  )
    .pluck()
    .all();
}

export function findHealth(db: ReadDb): Health {
  const problems = statement<Finding>(
    db,
    `SELECT table_name AS "table", article_uid AS uid, code, message FROM scrub_finding
      ORDER BY id LIMIT ${MAX_SHOWN}`,
  ).all();
  const total = statement<number>(db, 'SELECT count(*) FROM scrub_finding').pluck().get() ?? 0;
  return {
    checkedAt: findScrubState(db).finishedAt,
    problems,
    total,
    articles: findDamagedUids(db).length,
  };
}
