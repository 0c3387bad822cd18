// Puts rows of a broken library into a new one, each for itself: one that does not fit takes no other with it.
import { statement, transaction, type WriteDb } from '../storage/database.ts';
import { rowState, type SealedTable, sealedTables } from '../storage/digest.ts';
import { codeOf } from '../storage/storage-error.ts';
import type { FoundRow } from './read-rows.ts';
import type { ReadRow, TableShape } from './table-shape.ts';

/** Kept by triggers, which count anew. */
const COUNTED = /^article_count$/;

/** @returns the numbers of the sealed rows that are not as they were written */
export function putRows(db: WriteDb, shape: TableShape, rows: Iterable<FoundRow>): number[] {
  const sealed = sealedTables.find((name) => name === shape.name);
  const damaged: number[] = [];
  transaction(db, () => {
    for (const { row, isStray } of rows) {
      const id = insert(db, shape, row);
      if (id === null || !sealed || rowState(db, sealed, id) === 'whole') continue;
      if (isStray) remove(db, sealed, shape, id);
      else damaged.push(id);
    }
  });
  return damaged;
}

/** @returns the row's number, 0 where it has none; null where there is such a row already, or it breaks a rule */
function insert(db: WriteDb, { name, rowidColumn }: TableShape, row: ReadRow): number | null {
  const columns = [...row.keys()].filter((column) => !COUNTED.test(column));
  // A new library has made settings of its own, its id among them: those of the broken one count.
  const otherwise = name === 'setting' ? 'REPLACE' : 'IGNORE';
  const sql = `INSERT OR ${otherwise} INTO ${name} (${columns.join(', ')})
    VALUES (${columns.map(() => '?').join(', ')})`;
  try {
    const { changes } = statement(db, sql).run(...columns.map((column) => row.get(column)));
    if (changes === 0) return null;
    return rowidColumn === null ? 0 : Number(row.get(rowidColumn));
  } catch (error) {
    if (codeOf(error)?.startsWith('SQLITE_CONSTRAINT')) return null;
    throw error;
  }
}

function remove(db: WriteDb, table: SealedTable, { rowidColumn }: TableShape, id: number): void {
  statement(db, `DELETE FROM ${table} WHERE ${rowidColumn} = ?`).run(id);
}
