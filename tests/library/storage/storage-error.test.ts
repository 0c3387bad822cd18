// What disks and SQLite report, in our codes and sentences.
import { mkdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { toStorageError } from '#library/storage/storage-error.ts';
import { tempDir } from '../../support/temp-dir.ts';

const fsError = (code: string) => Object.assign(new Error(code), { code });

describe('storage errors', () => {
  it.each([
    ['SQLITE_FULL', 'disk_full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk_full'],
    ['SQLITE_READONLY', 'read_only'],
    ['SQLITE_READONLY_DBMOVED', 'read_only'],
    ['SQLITE_CANTOPEN', 'read_only'],
    ['SQLITE_BUSY', 'library_busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'library_busy'],
    ['SQLITE_CORRUPT', 'library_damaged'],
    ['SQLITE_CORRUPT_VTAB', 'library_damaged'],
    ['SQLITE_NOTADB', 'library_damaged'],
    ['SQLITE_IOERR_READ', 'library_damaged'],
    ['SQLITE_TOOBIG', 'too_large'],
  ])('%s is %s', (sqlite, code) => {
    const cause = new Database.SqliteError('as SQLite says it', sqlite);
    const error = toStorageError(cause, 'the library');
    expect(error).toBeInstanceOf(LibraryError);
    expect(error).toMatchObject({ code, cause });
    expect((error as LibraryError).message).toMatch(/^[A-Z].*the library.*\.$/);
  });

  it.each([
    ['ENOSPC', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['EROFS', 'read_only'],
    ['EACCES', 'read_only'],
    ['EPERM', 'read_only'],
    ['ENOENT', 'not_found'],
    ['ENOTDIR', 'not_found'],
    ['EISDIR', 'unsupported_type'],
    ['ENAMETOOLONG', 'invalid_input'],
    ['EBUSY', 'library_busy'],
    ['EIO', 'library_damaged'],
  ])('%s is %s', (fs, code) => {
    const error = toStorageError(fsError(fs), 'the file “a.html”');
    expect(error).toMatchObject({ code });
    expect((error as LibraryError).message).toMatch(/^[A-Z].*file “a.html”.*\.$/);
  });

  it('reads the errors that Node really throws', () => {
    const thrown = (work: () => unknown) => {
      try {
        return work();
      } catch (error) {
        return toStorageError(error, 'the file “x”');
      }
    };
    const dir = tempDir();
    expect(thrown(() => readFileSync(`${dir}/none`))).toMatchObject({
      code: 'not_found',
      message: 'There is no file “x”.',
    });
    expect(thrown(() => readFileSync(dir))).toMatchObject({ code: 'unsupported_type' });
    expect(thrown(() => mkdirSync(`${dir}/${'n'.repeat(300)}`))).toMatchObject({
      code: 'invalid_input',
    });
  });

  it('leaves alone what it does not know', () => {
    const ours = new LibraryError('offline', 'No network.');
    const constraint = new Database.SqliteError('UNIQUE', 'SQLITE_CONSTRAINT_UNIQUE');
    for (const error of [
      ours,
      constraint,
      new TypeError('x'),
      fsError('constructor'),
      'text',
      null,
    ]) {
      expect(toStorageError(error, 'the library')).toBe(error);
    }
  });
});
