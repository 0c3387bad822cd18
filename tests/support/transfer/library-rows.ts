// Everything that a library holds, row by row, with uids in the place of numbers: equal in two libraries that hold the same.
import { type ReadDb, statement } from '#library/storage/database.ts';

/** Of the program rather than of the library: made anew from the other rows, numbers inside SQL, and what was done when. */
const LEFT_OUT =
  /^(?:sqlite_.*|search_index.*|title_index.*|.*_sequence|journal_.*|index_state|vocabulary_chunk|scrub_.*|import_.*|network_.*|watched_.*|article_origin)$/;
/** Of one machine. */
const OWN_SETTINGS = ['library_id', 'backup_folder', 'trash_looked_at', 'allowedHosts', 'network'];

/** How a number inside SQL is said outside. */
const NAMES: Readonly<Record<string, string>> = {
  article_id: 'SELECT uid FROM article WHERE id = ?',
  other_id: 'SELECT uid FROM article WHERE id = ?',
  snapshot_id: 'SELECT uid FROM snapshot WHERE id = ?',
  tag_id: 'SELECT uid FROM tag WHERE id = ?',
  collection_id: 'SELECT uid FROM collection WHERE id = ?',
  parent_id: 'SELECT uid FROM collection WHERE id = ?',
  content_id: `SELECT snapshot.uid || extractor_version FROM kept_content
    JOIN snapshot ON snapshot.id = snapshot_id WHERE kept_content.id = ?`,
};

type Row = Record<string, unknown>;

export function libraryRows(db: ReadDb): Record<string, Row[]> {
  const tables = statement<string>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`,
  )
    .pluck()
    .all();
  return Object.fromEntries(
    tables.filter((table) => !LEFT_OUT.test(table)).map((table) => [table, rowsOf(db, table)]),
  );
}

function rowsOf(db: ReadDb, table: string): Row[] {
  return statement<Row>(db, `SELECT * FROM ${table}`)
    .all()
    .filter(({ key }) => table !== 'setting' || !OWN_SETTINGS.includes(String(key)))
    .map((row) => named(db, row))
    .map((row) => [JSON.stringify(row), row] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
}

function named(db: ReadDb, { id: _id, digest: _digest, ...row }: Row): Row {
  for (const [column, value] of Object.entries(row)) {
    if (Buffer.isBuffer(value)) row[column] = value.toString('base64');
    const sql = NAMES[column];
    if (sql && value !== null) row[column] = statement(db, sql).pluck().get(value);
  }
  // A pair has no order of its own.
  const { article_id, other_id } = row;
  return typeof article_id === 'string' && typeof other_id === 'string'
    ? { ...row, article_id: [article_id, other_id].sort(), other_id: null }
    : row;
}
