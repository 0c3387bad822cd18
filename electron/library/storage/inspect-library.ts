// Whether a folder holds a library that this program can open, found out without changing a byte of it.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { type ReadDb, statement } from './database.ts';
import { APPLICATION_ID, readFileHeader } from './file-header.ts';
import { DATABASE_FILE } from './library-files.ts';
import { assertNotTooNew, type Migration, schemaVersion } from './migrate.ts';

/**
 * Looks at the file from outside.
 * @returns whether there is a database at all
 * @throws LibraryError library_too_new, library_damaged (no database), unsupported_type (the folder is a file)
 * @throws an error of the file system
 */
export async function inspectFile(dir: string, migrations: readonly Migration[]): Promise<boolean> {
  const folder = await stat(dir).catch(() => null);
  if (folder && !folder.isDirectory()) {
    throw new LibraryError('unsupported_type', `“${dir}” is a file. A library is a folder.`);
  }
  const file = join(dir, DATABASE_FILE);
  const header = await readFileHeader(file);
  if (header.kind === 'absent' || header.kind === 'empty') return false;
  if (header.kind === 'other') {
    throw new LibraryError(
      'library_damaged',
      `“${file}” is not a library of Lectern, or is damaged from its first byte on. It was left as it is.`,
    );
  }
  if (header.applicationId === APPLICATION_ID) assertNotTooNew(header.userVersion, migrations, dir);
  return true;
}

/**
 * Looks through SQLite, which also sees what only the write-ahead log holds so far.
 * @returns whether there is a library in it; a first start that was cut short leaves a database without one
 * @throws LibraryError library_too_new, unsupported_type (a database of another program)
 */
export function inspectContent(db: ReadDb, dir: string, migrations: readonly Migration[]): boolean {
  const applicationId = db.pragma('application_id', { simple: true });
  if (applicationId === APPLICATION_ID) {
    assertNotTooNew(schemaVersion(db), migrations, dir);
    return true;
  }
  // Both the number and the first tables come with the first migration, in one transaction.
  const tables = statement<number>(db, 'SELECT count(*) FROM sqlite_schema').pluck().get();
  if (applicationId === 0 && tables === 0) return false;
  throw new LibraryError(
    'unsupported_type',
    `“${join(dir, DATABASE_FILE)}” is a database of another program, not a library of Lectern. It was left as it is.`,
  );
}
