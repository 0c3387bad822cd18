// What is left without any index: every text is looked through, the newest first.
import Database from 'better-sqlite3';
import { type Engine, type EngineDocument, phraseOf } from './engine.ts';

export function openLike(documents: Iterable<EngineDocument>): Engine {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE document (id INTEGER PRIMARY KEY, everything TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO document (id, everything) VALUES (?, ?)');
  db.transaction(() => {
    for (const { id, title, text, author, site, marks } of documents) {
      insert.run(id, [title, author, site, marks, text].join('\n'));
    }
  })();
  return {
    name: 'LIKE',
    search(query, limit) {
      const phrase = phraseOf(query);
      const words = phrase === null ? query.split(/\s+/).filter((word) => word !== '') : [phrase];
      const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
      const where = patterns.map(() => "everything LIKE ? ESCAPE '\\'").join(' AND ');
      return db
        .prepare<unknown[], number>(
          `SELECT id FROM document WHERE ${where || '0'} ORDER BY id DESC LIMIT ?`,
        )
        .pluck()
        .all(...patterns, limit);
    },
    close: () => void db.close(),
  };
}
