// SQLite's full-text index as it comes, in memory: every word must be there, the best by its own rank first.
import Database from 'better-sqlite3';
import { type Engine, type EngineDocument, phraseOf, wordsOfQuery } from './engine.ts';

export function openFts5(
  documents: Iterable<EngineDocument>,
  { tokenizer, rank = 'rank', name }: { tokenizer: string; rank?: string; name: string },
): Engine {
  const db = new Database(':memory:');
  db.exec(
    `CREATE VIRTUAL TABLE document USING fts5(title, text, author, site, marks, tokenize = '${tokenizer}')`,
  );
  const insert = db.prepare(
    'INSERT INTO document (rowid, title, text, author, site, marks) VALUES (?, ?, ?, ?, ?, ?)',
  );
  db.transaction(() => {
    for (const { id, title, text, author, site, marks } of documents) {
      insert.run(id, title, text, author, site, marks);
    }
  })();
  const find = db
    .prepare<[string, number], number>(
      // Of equal ones the newest, as ours does.
      `SELECT rowid FROM document WHERE document MATCH ? ORDER BY ${rank}, rowid DESC LIMIT ?`,
    )
    .pluck();
  return {
    name,
    search(query, limit) {
      const words = wordsOfQuery(query).map((word) => `"${word}"`);
      const phrase = phraseOf(query);
      if (words.length === 0) return [];
      return find.all(phrase === null ? words.join(' ') : words.join(' + '), limit);
    },
    close: () => void db.close(),
  };
}
