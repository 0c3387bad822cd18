// The runner of migrations: each wholly or not at all, after a copy, and never backwards.
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
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

it('changes nothing where no copy can be made first', () => {
  const { db, dir, run } = open();
  run([books]);
  const copyFirst = () => {
    throw new Error('no room');
  };
  expect(() => migrate(db, [books, authors], { dir, log: testLog(), copyFirst })).toThrow(
    'no room',
  );
  expect(schemaVersion(db)).toBe(10);
});
