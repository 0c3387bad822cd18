// Which library this is, wherever its folder lies: backups are told from those of another by it.
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { parseJson } from '../storage/parse-json.ts';

/** @returns null in a library from before there were such ids */
export function findLibraryId(db: ReadDb): string | null {
  const value = statement<string>(db, `SELECT value FROM setting WHERE key = 'library_id'`)
    .pluck()
    .get();
  const id = value === undefined ? undefined : parseJson(value);
  return typeof id === 'string' ? id : null;
}

export function putLibraryId(db: WriteDb, id: string): void {
  statement(db, `INSERT OR REPLACE INTO setting (key, value) VALUES ('library_id', ?)`).run(
    JSON.stringify(id),
  );
}
