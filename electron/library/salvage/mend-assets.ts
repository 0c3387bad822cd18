// Makes the rows of a salvaged library agree with the files that came along.
import type { AssetName } from '#contract/types/asset.ts';
import { insertAsset } from '../clip/asset-repo.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import type { Findings } from './findings.ts';

/** Tables whose rows are nothing without their file, and the column that names it. */
const NEED_FILE = {
  snapshot: 'asset_name',
  snapshot_part: 'asset_name',
  snapshot_sheet: 'asset_name',
  rendered_snapshot: 'sent_asset',
} as const;
const PICTURES = ['article_image', 'kept_image'] as const;

/** Part of a transaction. @param files what is there, with its size */
export function mendAssets(
  db: WriteDb,
  files: ReadonlyMap<AssetName, number>,
  now: number,
  findings: Findings,
): void {
  for (const name of findNamed(db)) {
    const byteSize = files.get(name);
    if (byteSize === undefined) continue;
    insertAsset(db, { name, byteSize, width: null, height: null, createdAt: now });
  }
  const there = JSON.stringify([...files.keys()]);
  const isGone = (column: string) =>
    `${column} IS NOT NULL AND ${column} NOT IN (SELECT value FROM json_each(?))`;
  let lost = 0;
  for (const [table, column] of Object.entries(NEED_FILE)) {
    lost += statement(db, `DELETE FROM ${table} WHERE ${isGone(column)}`).run(there).changes;
  }
  if (lost > 0) {
    findings.add('asset', null, `${lost} files of saved pages are missing or damaged.`);
  }
  let pictures = 0;
  for (const table of PICTURES) {
    const sql = `UPDATE ${table} SET asset_name = NULL, error_code = 'library_damaged' WHERE ${isGone('asset_name')}`;
    pictures += statement(db, sql).run(there).changes;
  }
  if (pictures > 0) findings.add('asset', null, `${pictures} pictures are missing or damaged.`);
  statement(db, `DELETE FROM asset WHERE ${isGone('name')}`).run(there);
}

function findNamed(db: ReadDb): AssetName[] {
  const columns = [
    ...Object.entries(NEED_FILE),
    ...PICTURES.map((table) => [table, 'asset_name'] as const),
  ];
  const each = columns.map(([table, column]) => `SELECT ${column} AS name FROM ${table}`);
  return statement<AssetName>(
    db,
    `SELECT name FROM (${each.join(' UNION ')}) WHERE name IS NOT NULL AND name NOT IN (SELECT name FROM asset)`,
  )
    .pluck()
    .all();
}
