// Looks through a copy of a library: its structure, and every row that carries a digest.
import { createHash } from 'node:crypto';
import { type ReadDb, statement } from '../storage/database.ts';
import { type SealedTable, sealedRows, sealedTablesIn } from '../storage/digest.ts';

export interface RowsSeen {
  /** Over all digests, in hex: copies with the same one hold the same words. */
  readonly digest: string;
  /** Damaged rows, and lines of SQLite's own check. */
  readonly faults: number;
}

/** @throws SqliteError where the file cannot be read through */
export function lookAtRows(
  db: ReadDb,
  onDamaged: (table: SealedTable, id: number) => void = () => undefined,
): RowsSeen {
  const hash = createHash('sha256');
  const lines = statement<string>(db, 'PRAGMA integrity_check').pluck().all();
  let faults = lines.filter((line) => line !== 'ok').length;
  for (const table of sealedTablesIn(db)) {
    for (const { id, digest, isWhole } of sealedRows(db, table)) {
      hash.update(`${table} ${id} `).update(digest);
      if (isWhole) continue;
      faults++;
      onDamaged(table, id);
    }
  }
  return { digest: hash.digest('hex'), faults };
}
