// Rows that name another one which is lost: they cannot stand alone, and go; where the name may be missing, only that goes.
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import type { Findings } from './findings.ts';

interface Violation {
  readonly table: string;
  readonly rowid: number | null;
  readonly fkid: number;
}

/** Part of a transaction; again and again, since what goes may have had others standing on it. */
export function dropOrphans(db: WriteDb, findings: Findings): void {
  const dropped = new Map<string, number>();
  for (let violations = find(db); violations.length > 0; violations = find(db)) {
    for (const { table, fkid } of distinct(violations)) {
      const count = mend(db, table, fkid);
      dropped.set(table, (dropped.get(table) ?? 0) + count);
    }
  }
  for (const [table, count] of dropped) {
    if (count === 0) continue;
    findings.add(table, null, `${count} rows of ${table} belong to nothing that could be read.`);
  }
}

const find = (db: ReadDb) =>
  statement<Violation>(db, 'SELECT "table", rowid, fkid FROM pragma_foreign_key_check').all();

const distinct = (violations: readonly Violation[]) => [
  ...new Map(violations.map((each) => [`${each.table} ${each.fkid}`, each])).values(),
];

/** @returns how many rows went */
function mend(db: WriteDb, table: string, fkid: number): number {
  const key = statement<{ parent: string; from: string; to: string | null }>(
    db,
    'SELECT "table" AS parent, "from", "to" FROM pragma_foreign_key_list(?) WHERE id = ?',
  ).get(table, fkid);
  if (!key) return 0;
  const isNeeded = statement<0 | 1>(
    db,
    'SELECT "notnull" OR pk > 0 FROM pragma_table_info(?) WHERE name = ?',
  )
    .pluck()
    .get(table, key.from);
  const isOrphan = `${key.from} IS NOT NULL AND ${key.from} NOT IN (SELECT ${key.to ?? 'id'} FROM ${key.parent})`;
  if (isNeeded) return statement(db, `DELETE FROM ${table} WHERE ${isOrphan}`).run().changes;
  statement(db, `UPDATE ${table} SET ${key.from} = NULL WHERE ${isOrphan}`).run();
  return 0;
}
