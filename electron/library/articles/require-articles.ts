// Articles that a call names: all of them are there, or the call is refused.
import { LibraryError } from '#contract/errors.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { findIdByUid } from './article-repo.ts';

/** @throws LibraryError not_found */
export function requireId(db: ReadDb, uid: ArticleUid): number {
  const id = findIdByUid(db, uid);
  if (id === null) throw articleNotFound(uid);
  return id;
}

export function articleNotFound(uid: ArticleUid): LibraryError {
  return new LibraryError('not_found', 'This article is not in the library.', { uid });
}

/**
 * The ids of articles, each once, in the order asked for.
 * @throws LibraryError not_found where one of them is not in the library
 */
export function requireIds(db: ReadDb, uids: readonly ArticleUid[]): number[] {
  const wanted = [...new Set(uids)];
  const ids = findIds(db, wanted);
  const missing = wanted.length - ids.length;
  if (missing === 0) return ids;
  throw new LibraryError(
    'not_found',
    wanted.length === 1
      ? 'This article is not in the library.'
      : `Of ${wanted.length} articles, ${missing} are not in the library. Nothing was changed.`,
    { missing },
  );
}

/** The ids of those that are there, in order. @param uids each once */
export function findIds(db: ReadDb, uids: readonly ArticleUid[]): number[] {
  return statement<number>(
    db,
    `SELECT article.id FROM json_each(?) AS wanted CROSS JOIN article ON article.uid = wanted.value
      ORDER BY wanted.key`,
  )
    .pluck()
    .all(JSON.stringify(uids));
}

/** The uids of articles, in order; ids that name none are left out. */
export function findUids(db: ReadDb, ids: readonly number[]): ArticleUid[] {
  return statement<ArticleUid>(
    db,
    `SELECT article.uid FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value
      ORDER BY wanted.key`,
  )
    .pluck()
    .all(JSON.stringify(ids));
}

export const hasArticle = (db: ReadDb, id: number): boolean =>
  statement(db, 'SELECT 1 FROM article WHERE id = ?').get(id) !== undefined;
