// The hash of a row, and the SQL function that makes it.
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

/**
 * @param values table, name, value, name, value, …; names go into the digest and nulls do not, so that a column added later leaves
 *   the digests of old rows as they are
 */
export function rowDigest(values: readonly unknown[]): Buffer {
  const hash = createHash('sha256');
  // Gathered, since each part that is handed over costs more than hashing it.
  let text = JSON.stringify(values[0]);
  for (let at = 1; at < values.length; at += 2) {
    const value = values[at + 1];
    if (value === null) continue;
    if (value instanceof Uint8Array) {
      hash.update(text + JSON.stringify([values[at], 'bytes', value.byteLength])).update(value);
      text = '';
    } else {
      text += JSON.stringify([values[at], value]);
    }
  }
  return hash.update(text).digest();
}

/** Makes SQL know `row_digest(table, name, value, name, value, …)`. */
export function registerRowDigest(db: Database.Database): void {
  db.function(
    'row_digest',
    { varargs: true, deterministic: true, directOnly: true },
    (...values: unknown[]) => rowDigest(values),
  );
}
