// Brings a library to this program's schema, one migration after the other, each of them wholly or not at all.
import { LibraryError } from '#contract/errors.ts';
import type { Logger } from '../ports.ts';
import { type ReadDb, statement, transaction, type WriteDb } from './database.ts';
import { forgetColumns } from './digest.ts';
import { APPLICATION_ID } from './file-header.ts';

/** A released migration is never changed. Versions ascend in tens, so that a correction finds room between two. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  /**
   * SQL, or work that needs more than SQL. Foreign keys are not enforced while it runs (a table that is built anew
   * would take its children along) and are checked before it commits.
   */
  readonly up: string | ((db: WriteDb) => void);
}

/** The library's schema version; 0 for a new file. */
export function schemaVersion(db: ReadDb): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** @throws LibraryError library_too_new */
export function assertNotTooNew(
  version: number,
  migrations: readonly Migration[],
  dir: string,
): void {
  const newest = newestVersion(migrations);
  if (version <= newest) return;
  throw new LibraryError(
    'library_too_new',
    `The library in “${dir}” was made by a newer version of Lectern. It was left as it is; update Lectern to open it.`,
    { libraryVersion: version, programVersion: newest },
  );
}

export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Applies what is missing, each migration and its version number in one transaction.
 * @param copyFirst makes a copy of the library; called once, before anything changes, unless the file is new
 * @returns whether the file was new
 * @throws LibraryError library_too_new
 */
export function migrate(
  db: WriteDb,
  migrations: readonly Migration[],
  options: { dir: string; log: Logger; copyFirst(from: number): void },
): boolean {
  assertAscending(migrations);
  const from = schemaVersion(db);
  assertNotTooNew(from, migrations, options.dir);
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return false;
  if (from > 0) options.copyFirst(from);

  db.pragma('foreign_keys = OFF');
  try {
    for (const migration of pending) {
      apply(db, migration);
      options.log.info(`migration ${migration.version} ${migration.name}`);
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return from === 0;
}

function apply(db: WriteDb, migration: Migration): void {
  transaction(db, () => {
    if (typeof migration.up === 'string') db.exec(migration.up);
    else migration.up(db);
    forgetColumns(db);
    const broken = statement(db, 'SELECT "table" FROM pragma_foreign_key_check LIMIT 1').get();
    if (broken !== undefined) {
      throw new Error(`Migration ${migration.version} leaves rows without their parents`);
    }
    // In the same transaction, so that a rollback takes the number back, too.
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migration.version}`);
  });
}

function assertAscending(migrations: readonly Migration[]): void {
  let last = 0;
  for (const { version, name } of migrations) {
    if (!Number.isInteger(version) || version <= last) {
      throw new Error(`Migration ${version} ${name} does not follow ${last}`);
    }
    last = version;
  }
}
