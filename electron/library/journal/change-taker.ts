// Takes back the changes of a step one after the other, where their rows still are as it left them: those of an import are thousands, and
// some of them always are other than they were by now.
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { detachTag, findTagIds } from '../tags/tag-repo.ts';
import type { RowChange } from './rows.ts';
import { takeBack } from './take-back.ts';

/**
 * Part of a transaction. @param wanted from `before`, which the row must be in, to `after`
 * @returns what was done, in order
 */
type ChangeTaker = (wanted: RowChange, now: number) => RowChange[];

/**
 * An article that the steps had made goes to the trash, and the tags that they had made leave it there: nobody else may carry one, and then it
 * goes as well.
 * @param steps ids
 */
export function changeTaker(db: WriteDb, steps: readonly number[]): ChangeTaker {
  const madeTags = new Set(steps.flatMap((id) => findMadeTags(db, id)));

  const takeTags = (articleId: number): RowChange[] =>
    findTagIds(db, articleId).flatMap((tagId): RowChange[] => {
      const key = madeTags.has(tagId) ? detachTag(db, tagId, articleId) : null;
      return key ? [{ table: 'article_tag', key, before: {}, after: null }] : [];
    });

  return (wanted, now) => {
    const { table, key, after } = wanted;
    const done = takeBack(db, wanted, now);
    const isMade = table === 'article' && after?.trashed_at != null;
    const freed = isMade && isTrashed(db, Number(key.id)) ? takeTags(Number(key.id)) : [];
    return done ? [done, ...freed] : freed;
  };
}

function findMadeTags(db: ReadDb, stepId: number): number[] {
  return statement<number>(
    db,
    `SELECT json_extract(row_key, '$.id') FROM journal_change
      WHERE step_id = ? AND table_name = 'tag' AND before IS NULL AND json_valid(row_key)`,
  )
    .pluck()
    .all(stepId);
}

const isTrashed = (db: ReadDb, id: number): boolean =>
  statement(db, 'SELECT 1 FROM article WHERE id = ? AND trashed_at IS NOT NULL').get(id) !==
  undefined;
