// What a backup says of itself: one row among the settings of the copy, so that it is one file and of the same schema.
import { z } from 'zod';
import { BackupReason } from '#contract/types/backup.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { parseJson } from '../storage/parse-json.ts';

const KEY = 'backup';

export const BackupFacts = z.object({
  at: z.int(),
  /** Grows with every backup of a folder. Order goes by it: a clock may have been wrong for a while. */
  serial: z.int(),
  reason: BackupReason,
  articleCount: z.int(),
  /** Over the digests of all sealed rows, in hex: two backups with the same one hold the same words. */
  digest: z.string(),
  /** How the library's files stood before the copy was begun: files-state.ts. */
  filesState: z.string(),
  faults: z.int(),
  /** Files of articles that were not there, or not whole, when it was made. */
  missingAssets: z.int(),
});
export type BackupFacts = z.infer<typeof BackupFacts>;

/** @returns null in a database that is no backup */
export function findFacts(db: ReadDb): BackupFacts | null {
  const value = statement<string>(db, 'SELECT value FROM setting WHERE key = ?').pluck().get(KEY);
  const parsed = BackupFacts.safeParse(value === undefined ? undefined : parseJson(value));
  return parsed.success ? parsed.data : null;
}

/** @param db the copy */
export function putFacts(db: ReadDb, facts: BackupFacts): void {
  statement(db, 'INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)').run(
    KEY,
    JSON.stringify(facts),
  );
}

/** Makes a library of a backup again. */
export function forgetFacts(db: WriteDb): void {
  statement(db, 'DELETE FROM setting WHERE key = ?').run(KEY);
}
