// Which articles go out, and in which order: a collection as it was put by hand, what was named as it was named, all else the
// newest first.
import type { ExportRun } from '#contract/types/export.ts';
import { idsOf } from '../../articles/named-articles.ts';
import { findCollection } from '../../collections/collection-repo.ts';
import { findMembers } from '../../collections/member-changes.ts';
import type { WriteContext } from '../../context.ts';
import { type ReadDb, statement } from '../../storage/database.ts';

/** @throws LibraryError not_found */
export async function articlesWanted(
  context: Pick<WriteContext, 'ask'> & { readonly db: ReadDb },
  { articles, format }: Pick<ExportRun, 'articles' | 'format'>,
  signal: AbortSignal,
): Promise<number[]> {
  const { db } = context;
  if (articles === 'everything') {
    // By uid: an order that is the same in every library.
    if (format === 'full') {
      return statement<number>(db, 'SELECT id FROM article ORDER BY uid').pluck().all();
    }
    return articlesWanted(
      context,
      { articles: { all: { list: 'all' }, except: [] }, format },
      signal,
    );
  }
  const ids = await idsOf(context, articles, signal);
  if ('uids' in articles) return ids;
  const { all } = articles;
  const collection =
    'collection' in all && all.collection ? findCollection(db, all.collection) : null;
  return collection ? byHand(db, ids, collection.id) : newestFirst(db, ids);
}

function byHand(db: ReadDb, ids: readonly number[], collectionId: number): number[] {
  const wanted = new Set(ids);
  return findMembers(db, collectionId)
    .map((member) => member.article_id)
    .filter((id) => wanted.has(id));
}

function newestFirst(db: ReadDb, ids: readonly number[]): number[] {
  return statement<number>(
    db,
    `SELECT article.id FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value
      ORDER BY article.saved_at DESC, article.uid DESC`,
  )
    .pluck()
    .all(JSON.stringify(ids));
}
