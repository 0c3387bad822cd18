// SQL of what a reader wrote and marked in an article.
import { type ReadDb, statement } from '../storage/database.ts';

export interface OwnWords {
  readonly in: 'note' | 'highlight';
  readonly text: string;
  /** Of a highlight, where it stands in the reader text; null where it has no place there. */
  readonly start: number | null;
}

/** More are nowhere shown. */
const MOST = 500;

/** Those of some articles that have a note or a highlight: most have none, and need not be asked for them. */
export function findWithOwnWords(db: ReadDb, ids: readonly number[]): Set<number> {
  const found = statement<number>(
    db,
    `SELECT value FROM json_each(?)
      WHERE EXISTS (SELECT 1 FROM note WHERE article_id = value)
        OR EXISTS (SELECT 1 FROM highlight WHERE article_id = value)`,
  )
    .pluck()
    .all(JSON.stringify(ids));
  return new Set(found);
}

/** The note on an article, then its highlights with theirs in the order of the text. */
export function findOwnWords(db: ReadDb, articleId: number): OwnWords[] {
  return statement<OwnWords>(
    db,
    `SELECT 'note' AS "in", markdown AS text, NULL AS start FROM note WHERE article_id = ?
      UNION ALL SELECT * FROM (
        SELECT 'note', note, NULL FROM highlight WHERE article_id = ? AND note <> ''
          ORDER BY start_offset LIMIT ${MOST})
      UNION ALL SELECT * FROM (
        SELECT 'highlight', quote, start_offset FROM highlight WHERE article_id = ?
          ORDER BY start_offset LIMIT ${MOST})`,
  ).all(articleId, articleId, articleId);
}
