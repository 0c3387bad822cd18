// Until when a search may go on with what an earlier one read of articles: an import commits some twenty times a second, and
// changes nothing of those that were there. See migration 290.
import { dataVersion, type ReadDb, statement } from '../storage/database.ts';

/** Of what a connection sees. The same object until somebody commits. */
export interface Shown {
  readonly dataVersion: number;
  /** Another number where something that hits show of an article that was there before is no longer what it was. */
  readonly changes: number;
  /** Row id of the newest article, whose own changes are not counted; null where there is none. */
  readonly newest: number | null;
}

const seen = new WeakMap<ReadDb, Shown>();

/** @returns null where all has to be read anew each time, as by a connection that writes */
export function shownNow(db: ReadDb): Shown | null {
  const version = dataVersion(db);
  if (version === null) return null;
  const known = seen.get(db);
  if (known?.dataVersion === version) return known;
  const now = statement<Omit<Shown, 'dataVersion'>>(
    db,
    `SELECT shown_changes AS changes, (SELECT max(id) FROM article) AS newest FROM index_state`,
  ).get();
  if (!now) return null;
  const shown = { dataVersion: version, ...now };
  seen.set(db, shown);
  return shown;
}

/** What is left of something kept by article, now that it may be another time. @param kept what was read as of `then` */
export function survivors<Value>(
  kept: Map<number, Value>,
  then: Shown,
  now: Shown,
): Map<number, Value> {
  if (then === now) return kept;
  if (then.changes !== now.changes) return new Map();
  if (then.newest !== null) kept.delete(then.newest);
  return kept;
}
