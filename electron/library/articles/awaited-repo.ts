// SQL of articles that are known by their address or their title alone, and await their text.
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

/** Part of the transaction that makes the article; a trigger takes it out again when reader content comes. */
export function putAwaited(db: WriteDb, articleId: number): void {
  statement(db, 'INSERT INTO awaited_text (article_id) VALUES (?)').run(articleId);
}

export const awaitsText = (db: ReadDb, articleId: number): boolean =>
  statement(db, 'SELECT 1 FROM awaited_text WHERE article_id = ?').get(articleId) !== undefined;

/** Texts that are there are not awaited. Triggers see to that, but for rows that come out of a broken library. */
export function dropArrived(db: WriteDb): void {
  statement(
    db,
    'DELETE FROM awaited_text WHERE article_id IN (SELECT article_id FROM reader_content)',
  ).run();
}
