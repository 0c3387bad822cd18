// SQL of the state of the index: what lags, and under which rules it was made.
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { INDEX_TABLES } from '../storage/migrations/0140-index-fields.ts';
import { INDEX_SETTINGS } from '../storage/migrations/0280-index-lots.ts';

export function findNormaliserVersion(db: ReadDb): number {
  return statement<number>(db, 'SELECT normaliser_version FROM index_state').pluck().get() ?? 0;
}

/** Everything lags from now on: what there is was made under other rules. It is found by them until it is made anew. */
export function outdateAll(db: WriteDb, normaliserVersion: number): void {
  statement(
    db,
    `INSERT INTO index_pending (article_id) SELECT id FROM article WHERE true
      ON CONFLICT (article_id) DO NOTHING`,
  ).run();
  statement(db, 'UPDATE index_state SET normaliser_version = ?').run(normaliserVersion);
}

/** What the reader changed before what merely lags, and the newest first. */
export function findLagging(db: ReadDb, limit: number): number[] {
  return statement<number>(
    db,
    `SELECT article_id FROM (
        SELECT article_id, 1 AS changed FROM index_pending WHERE changed = 1
        UNION ALL SELECT * FROM (
          SELECT article_id, 0 FROM index_pending WHERE changed = 0 ORDER BY article_id DESC LIMIT ?))
      ORDER BY changed DESC, article_id DESC LIMIT ?`,
  )
    .pluck()
    .all(limit, limit);
}

export function countLagging(db: ReadDb): number {
  return statement<number>(db, 'SELECT count(*) FROM index_pending').pluck().get() ?? 0;
}

/** Those among them whose entries are of other rules, or gone: the others only wait for their turn. */
export function countOutdated(db: ReadDb): number {
  return (
    statement<number>(db, 'SELECT count(*) FROM index_pending WHERE changed = 0').pluck().get() ?? 0
  );
}

/** What the index is to hold: all articles, since one that has lost its text is found by its title and its notes still. */
export function countToIndex(db: ReadDb): number {
  return statement<number>(db, 'SELECT count(*) FROM article').pluck().get() ?? 0;
}

/** Articles that are neither in the index nor known to lag: it was damaged. */
export function addMissing(db: WriteDb): number {
  return statement(
    db,
    `INSERT INTO index_pending (article_id) SELECT id FROM article
      WHERE id NOT IN (SELECT id FROM search_index_docsize) ON CONFLICT (article_id) DO NOTHING`,
  ).run().changes;
}

/** Empty tables in place of damaged ones. */
export function recreateIndex(db: WriteDb): void {
  db.exec(
    `DROP TABLE IF EXISTS search_index; DROP TABLE IF EXISTS title_index; ${INDEX_TABLES} ${INDEX_SETTINGS}`,
  );
}

/**
 * Looks up a word, as a search does. Damage elsewhere is met by the search that reads there. Each opening of a library waits
 * for this, and a beginning instead of a word would put together what a tenth of all words stand in.
 * @throws SqliteError where it is damaged
 */
export function probeIndex(db: ReadDb): void {
  for (const table of ['search_index', 'title_index']) {
    statement(db, `SELECT rank FROM ${table} WHERE ${table} MATCH '"a"' LIMIT 1`).all();
  }
}
