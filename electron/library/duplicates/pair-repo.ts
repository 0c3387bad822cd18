// SQL of pairs of articles: those whose texts are alike, and those of which the reader said that they are two.
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

export interface Pair {
  /** The smaller one. */
  readonly articleId: number;
  readonly otherId: number;
  readonly similarity: number;
}

/** The ids of two articles as the key of a pair. */
export const pairKey = (one: number, other: number) => ({
  article_id: Math.min(one, other),
  other_id: Math.max(one, other),
});

export function insertPair(db: WriteDb, one: number, other: number, similarity: number): void {
  const { article_id, other_id } = pairKey(one, other);
  statement(
    db,
    `INSERT INTO near_duplicate (article_id, other_id, similarity) VALUES (?, ?, ?)
      ON CONFLICT (article_id, other_id) DO UPDATE SET similarity = excluded.similarity`,
  ).run(article_id, other_id, similarity);
}

/** Rows of `near_duplicate` as `near`: without those told apart, and without the trash. To be gone on with `AND`. */
export const FROM_OPEN_PAIRS = `FROM near_duplicate AS near
  JOIN article AS one ON one.id = near.article_id AND one.trashed_at IS NULL
  JOIN article AS other ON other.id = near.other_id AND other.trashed_at IS NULL
  WHERE NOT EXISTS (SELECT 1 FROM told_apart
    WHERE told_apart.article_id = near.article_id AND told_apart.other_id = near.other_id)`;

const OPEN_PAIRS = `SELECT near.article_id AS articleId, near.other_id AS otherId, near.similarity
  ${FROM_OPEN_PAIRS}`;

export function findOpenPairs(db: ReadDb): Pair[] {
  return statement<Pair>(db, OPEN_PAIRS).all();
}

/** Of one article; the most alike first. */
export function findOpenPairsOf(db: ReadDb, articleId: number): Pair[] {
  return statement<Pair>(
    db,
    `${OPEN_PAIRS} AND near.article_id = ? UNION ALL ${OPEN_PAIRS} AND near.other_id = ?
      ORDER BY similarity DESC, articleId DESC, otherId DESC`,
  ).all(articleId, articleId);
}
