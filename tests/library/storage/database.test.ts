// Connections: what holds on each of them, and transactions.
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openReader, openWriter, statement, transaction } from '#library/storage/database.ts';
import { tempDir } from '../../support/temp-dir.ts';

function open() {
  const file = join(tempDir(), 'test.sqlite');
  const writer = openWriter(file);
  onTestFinished(() => void writer.close());
  writer.exec('CREATE TABLE word (text TEXT NOT NULL UNIQUE) STRICT');
  const reader = openReader(file);
  onTestFinished(() => void reader.close());
  return { writer, reader };
}

const words = (db: ReturnType<typeof openReader>) =>
  statement<string>(db, 'SELECT text FROM word ORDER BY text').pluck().all();

describe('connections', () => {
  it('are set as the library needs them, each of them', () => {
    const { writer, reader } = open();
    const pragmas = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'trusted_schema',
      'cell_size_check',
      'temp_store',
      'busy_timeout',
      'query_only',
    ];
    const settings = (db: typeof reader) =>
      Object.fromEntries(pragmas.map((name) => [name, db.pragma(name, { simple: true })]));
    const both = {
      journal_mode: 'wal',
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      temp_store: 2,
      busy_timeout: 5000,
    };
    expect(settings(writer)).toEqual({ ...both, synchronous: 2, query_only: 0 });
    expect(settings(reader)).toMatchObject({ ...both, query_only: 1 });
  });

  it('write only where they may', () => {
    const { writer, reader } = open();
    const insert = `INSERT INTO word VALUES ('a')`;
    expect(() => statement(reader, insert).run()).toThrow(/readonly/);
    statement(writer, insert).run();
    expect(words(reader)).toEqual(['a']);
  });

  it('keep their statements', () => {
    const { writer, reader } = open();
    expect(statement(writer, 'SELECT 1')).toBe(statement(writer, 'SELECT 1'));
    expect(statement(writer, 'SELECT 1')).not.toBe(statement(reader, 'SELECT 1'));
  });
});

describe('a transaction', () => {
  it('is all or nothing, and gives back what the work returns', () => {
    const { writer } = open();
    const insert = (text: string) => statement(writer, 'INSERT INTO word VALUES (?)').run(text);
    expect(
      transaction(writer, () => {
        insert('a');
        return 'done';
      }),
    ).toBe('done');
    expect(() =>
      transaction(writer, () => {
        insert('b');
        insert('a');
      }),
    ).toThrow(/UNIQUE/);
    expect(words(writer)).toEqual(['a']);
  });

  it('within another is undone by itself', () => {
    const { writer } = open();
    const insert = (text: string) => statement(writer, 'INSERT INTO word VALUES (?)').run(text);
    transaction(writer, () => {
      insert('a');
      expect(() =>
        transaction(writer, () => {
          insert('b');
          throw new Error('changed my mind');
        }),
      ).toThrow('changed my mind');
      insert('c');
    });
    expect(words(writer)).toEqual(['a', 'c']);
  });

  it('is not seen by others before it commits, and waits for no one', () => {
    const { writer, reader } = open();
    transaction(writer, () => {
      statement(writer, `INSERT INTO word VALUES ('a')`).run();
      expect(words(reader)).toEqual([]);
    });
    expect(words(reader)).toEqual(['a']);
  });

  it('refuses work that would await inside it', () => {
    const { writer } = open();
    expect(() => transaction(writer, () => Promise.resolve())).toThrow(/promise/);
  });
});
