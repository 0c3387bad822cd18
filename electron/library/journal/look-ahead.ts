// Whether a step of thousands of rows can be moved at all: looked at before anything is changed, since it is moved in several transactions
// and nothing may be half undone.
import { setImmediate as otherWork } from 'node:timers/promises';
import { LibraryError } from '#contract/errors.ts';
import { hasArticle } from '../articles/require-articles.ts';
import type { ReadDb } from '../storage/database.ts';
import { countChanges, findChanges } from './journal-repo.ts';
import { articleOf, findRow, inverse, isAsLeft, type RowChange, type Values } from './rows.ts';

/** Some 10 ms of work. */
const AT_ONCE = 1000;

/** `gone`: every article that it is about was deleted for good. `moved`: one of its rows is other than the step left it. */
type Prospect = 'free' | 'moved' | 'gone';

/**
 * Rows that have been moved already, by a move that was stopped, do not stand in the way.
 * @throws LibraryError cancelled
 */
export async function lookAhead(
  db: ReadDb,
  stepId: number,
  direction: 'undo' | 'redo',
  signal: AbortSignal,
): Promise<Prospect> {
  // A step may change a row several times: it has to be in one of the states on its way.
  const inPlace = new Set<string>();
  const displaced = new Set<string>();
  const total = countChanges(db, stepId);
  let gone = 0;
  let ofArticles = 0;
  for (let from = 0; from < total; from += AT_ONCE) {
    await otherWork();
    if (signal.aborted) throw stopped();
    for (const found of findChanges(db, stepId, from, from + AT_ONCE)) {
      if (!found) return 'moved';
      look(direction === 'undo' ? inverse(found) : found);
    }
  }
  if (displaced.size > 0) return 'moved';
  return gone > 0 && gone === ofArticles ? 'gone' : 'free';

  function look(change: RowChange): void {
    const articleId = articleOf(change);
    if (articleId !== null) ofArticles++;
    if (articleId !== null && !hasArticle(db, articleId)) {
      gone++;
      return;
    }
    const row = rowOf(change);
    if (inPlace.has(row)) return;
    if (isOnItsWay(db, change)) {
      inPlace.add(row);
      displaced.delete(row);
    } else displaced.add(row);
  }
}

const rowOf = ({ table, key, before, after }: RowChange): string =>
  [table, ...Object.values(key), ...Object.keys(before ?? after ?? {})].join(' ');

function isOnItsWay(db: ReadDb, { table, key, before, after }: RowChange): boolean {
  const current = findRow(db, table, key, Object.keys(before ?? after ?? {}));
  const isAt = (state: Values | null) =>
    state === null || current === null ? state === current : isAsLeft(table, current, state);
  return isAt(before) || isAt(after);
}

const stopped = (): LibraryError =>
  new LibraryError('cancelled', 'This was stopped. Nothing was changed.');
