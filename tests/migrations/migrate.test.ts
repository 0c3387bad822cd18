// The runner of migrations: each wholly or not at all, after a copy, and never backwards.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyBeforeMigration } from '#library/storage/copy-before-migration.ts';
import { openWriter, statement, type WriteDb } from '#library/storage/database.ts';
import { APPLICATION_ID, readFileHeader } from '#library/storage/file-header.ts';
import { type Migration, migrate, schemaVersion } from '#library/storage/migrate.ts';
import { testLog } from '../support/make-ports.ts';
import { tempDir } from '../support/temp-dir.ts';

const books: Migration = {
  version: 10,
  name: 'books',
  up: 'CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;',
};
const authors: Migration = {
  version: 20,
  name: 'authors',
  up(db) {
    db.exec('ALTER TABLE book ADD COLUMN author TEXT');
    statement(db, 'UPDATE book SET author = ?').run('Anonymous');
  },
};

function open(dir = tempDir()) {
  const db = openWriter(join(dir, 'library.sqlite'));
  onTestFinished(() => void db.close());
  const log = testLog();
  const copies: number[] = [];
  const run = (list: readonly Migration[]) =>
    migrate(db, list, { dir, log, copyFirst: (from) => copies.push(from) });
  return { db, dir, log, copies, run };
}

const tables = (db: WriteDb) =>
  statement<string>(db, `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all();

describe('migrating', () => {
  it('applies what is missing, in order, and notes how far it got', async () => {
    const { db, dir, log, copies, run } = open();
    expect(run([books])).toBe(true);
    db.exec(`INSERT INTO book (title) VALUES ('Middlemarch')`);
    expect(run([books, authors])).toBe(false);
    expect(run([books, authors])).toBe(false);
    expect(statement(db, 'SELECT * FROM book').all()).toEqual([
      { id: 1, title: 'Middlemarch', author: 'Anonymous' },
    ]);
    expect(schemaVersion(db)).toBe(20);
    expect(log.lines.map(({ line }) => line)).toEqual([
      'migration 10 books',
      'migration 20 authors',
    ]);
    // A new file needs no copy, one that is up to date neither.
    expect(copies).toEqual([10]);
    db.close();
    expect(await readFileHeader(join(dir, 'library.sqlite'))).toEqual({
      kind: 'sqlite',
      applicationId: APPLICATION_ID,
      userVersion: 20,
    });
  });

  it('takes back everything of a migration that fails, and keeps the ones before', () => {
    const { db, run } = open();
    const failing: Migration = {
      version: 30,
      name: 'failing',
      up(itsDb) {
        itsDb.exec('CREATE TABLE half (id INTEGER) STRICT; DELETE FROM book;');
        throw new Error('out of luck');
      },
    };
    run([books]);
    db.exec(`INSERT INTO book (title) VALUES ('Middlemarch')`);
    expect(() => run([books, authors, failing])).toThrow('out of luck');
    expect(schemaVersion(db)).toBe(20);
    expect(tables(db)).toEqual(['book']);
    expect(statement(db, 'SELECT title FROM book').all()).toEqual([{ title: 'Middlemarch' }]);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('lets a table be built anew, but not children without parents', () => {
    const { db, run } = open();
    const chapters: Migration = {
      version: 20,
      name: 'chapters',
      up: `CREATE TABLE chapter (book_id INTEGER NOT NULL REFERENCES book (id) ON DELETE CASCADE) STRICT;`,
    };
    const rebuilt: Migration = {
      version: 30,
      name: 'rebuilt',
      up: `CREATE TABLE fresh (id INTEGER PRIMARY KEY, title TEXT NOT NULL, pages INTEGER) STRICT;
        INSERT INTO fresh (id, title) SELECT id, title FROM book;
        DROP TABLE book; ALTER TABLE fresh RENAME TO book;`,
    };
    const orphaning: Migration = { version: 40, name: 'orphaning', up: 'DELETE FROM book;' };
    run([books, chapters]);
    db.exec(`INSERT INTO book (title) VALUES ('Emma'); INSERT INTO chapter VALUES (1);`);
    run([books, chapters, rebuilt]);
    expect(statement(db, 'SELECT * FROM chapter').all()).toEqual([{ book_id: 1 }]);
    expect(() => run([books, chapters, rebuilt, orphaning])).toThrow(/without their parents/);
    expect(statement(db, 'SELECT title FROM book').all()).toEqual([{ title: 'Emma' }]);
  });

  it('refuses a newer library and a list out of order', () => {
    const { db, run } = open();
    run([books, authors]);
    expect(() => run([books])).toThrow(expect.objectContaining({ code: 'library_too_new' }));
    expect(() => run([authors, books])).toThrow(/does not follow/);
    expect(() => run([books, { ...authors, version: 10 }])).toThrow(/does not follow/);
    expect(schemaVersion(db)).toBe(20);
  });
});

describe('the copy before a migration', () => {
  it('is whole, bears its final name only then, and the last three stay', () => {
    const { db, dir, run } = open();
    run([books]);
    db.exec(`INSERT INTO book (title) VALUES ('Middlemarch')`);
    const paths = [1, 2, 3, 4].map((day) =>
      copyBeforeMigration(db, dir, day === 1 ? 9 : 10, Date.UTC(2026, 0, day)),
    );
    expect(readdirSync(join(dir, 'backups')).sort()).toEqual([
      'before-migration-10-2026-01-02T00-00-00-000Z.sqlite',
      'before-migration-10-2026-01-03T00-00-00-000Z.sqlite',
      'before-migration-10-2026-01-04T00-00-00-000Z.sqlite',
    ]);
    expect(statSync(join(dir, 'backups')).mode & 0o777).toBe(0o700);
    const copy = new Database(paths[3], { readonly: true });
    onTestFinished(() => void copy.close());
    expect(copy.prepare('SELECT title FROM book').all()).toEqual([{ title: 'Middlemarch' }]);
    expect(copy.pragma('user_version', { simple: true })).toBe(10);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('that fails leaves the library and the folder as they were', () => {
    const { db, dir, run } = open();
    run([books]);
    const failing = () =>
      migrate(db, [books, authors], {
        dir,
        log: testLog(),
        // No folder can be made below a file.
        copyFirst: (from) => copyBeforeMigration(db, join(dir, 'library.sqlite'), from, 0),
      });
    expect(failing).toThrow(/ENOTDIR/);
    expect(schemaVersion(db)).toBe(10);
  });
});
