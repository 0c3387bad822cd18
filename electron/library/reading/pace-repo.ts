// The reader's pace as it is kept between reports.
import { findStored, putStored } from '../settings/settings-repo.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { afterReport, NOTHING_READ, PaceState } from './pace.ts';

/** What is damaged begins anew: it is an estimate, and grows again. */
export const findPaceState = (db: ReadDb): PaceState =>
  PaceState.safeParse(findStored(db, 'reading_pace')).data ?? NOTHING_READ;

/**
 * Learns from how far reading got since it was saved last; before it is saved anew.
 * @param to fraction 0..1
 */
export function learnPace(db: WriteDb, articleId: number, to: number, activeMs: number): void {
  const article = statement<{ uid: string; wordCount: number; from: number }>(
    db,
    'SELECT uid, word_count AS wordCount, progress AS "from" FROM article WHERE id = ?',
  ).get(articleId);
  if (!article) return;
  const state = afterReport(findPaceState(db), { ...article, to, activeMs });
  putStored(db, 'reading_pace', state);
}
