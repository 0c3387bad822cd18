// SQL of the history: steps in the order they were made, and the articles that each is about.
import type { ArticleUid, StepUid } from '#contract/types/ids.ts';
import type { PastStep, StepKind } from '#contract/types/journal.ts';
import { type ReadDb, statement } from '../storage/database.ts';

interface StepRow {
  id: number;
  uid: StepUid;
  kind: StepKind;
  subject: string | null;
  article_count: number;
  at: number;
  undone: 0 | 1;
}

/** The newest first. @param before the step after which to go on */
export function findSteps(db: ReadDb, before: StepUid | null, limit: number): PastStep[] {
  const from =
    before === null
      ? null
      : statement<number>(db, 'SELECT id FROM journal_step WHERE uid = ?').pluck().get(before);
  return statement<StepRow>(
    db,
    `SELECT id, uid, kind, subject, article_count, at, undone FROM journal_step
      WHERE id < ? ORDER BY id DESC LIMIT ?`,
  )
    .all(from ?? Number.MAX_SAFE_INTEGER, limit)
    .map(({ id, uid, kind, subject, article_count: count, at, undone }) => ({
      uid,
      kind,
      subject,
      count,
      at,
      isUndone: undone === 1,
      articles: findArticles(db, id),
    }));
}

/** So many are named of each step. */
const NAMED = 3;
/** Among so many of its rows: some are of tags, and many may be of one article. */
const LOOKED_THROUGH = 20;

/** Those that are still there. What is damaged in the journal names none. */
function findArticles(db: ReadDb, stepId: number): { uid: ArticleUid; title: string }[] {
  return statement<{ uid: ArticleUid; title: string }>(
    db,
    `WITH changed AS (
        SELECT seq, table_name AS t, row_key AS k, coalesce(after, before) AS v FROM journal_change
          WHERE step_id = ? AND json_valid(row_key) AND json_valid(coalesce(after, before, '{}'))
          ORDER BY seq LIMIT ${LOOKED_THROUGH}),
      about AS (
        SELECT seq, CASE
          WHEN t = 'article' THEN k ->> 'id'
          WHEN t IN ('article_tag', 'collection_article', 'told_apart', 'reader_content') THEN k ->> 'article_id'
          WHEN t = 'highlight' THEN coalesce(v ->> 'article_id', (SELECT article_id FROM highlight WHERE uid = k ->> 'uid'))
          WHEN t = 'note' THEN coalesce(v ->> 'article_id', (SELECT article_id FROM note WHERE uid = k ->> 'uid'))
          WHEN t = 'block_edit' THEN v ->> 'article_id'
        END AS id FROM changed)
      SELECT article.uid, article.title FROM about CROSS JOIN article ON article.id = about.id
        GROUP BY article.id ORDER BY min(seq) LIMIT ${NAMED}`,
  ).all(stepId);
}

/** Whether a step is there, and stands or was undone. */
export function findState(db: ReadDb, uid: StepUid): 'stands' | 'undone' | null {
  const undone = statement<number>(db, 'SELECT undone FROM journal_step WHERE uid = ?')
    .pluck()
    .get(uid);
  return undone === undefined ? null : undone === 1 ? 'undone' : 'stands';
}
