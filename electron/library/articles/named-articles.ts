// Which articles a change is about: those that it names, or all of a list or a search.
import { LibraryError } from '#contract/errors.ts';
import type { AllOf, ArticlesOrAll } from '#contract/types/articles-or-all.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { findAllMatches } from '../search/all-matches.ts';
import type { ReadDb } from '../storage/database.ts';
import { amongOf } from './among.ts';
import { findAllIds } from './list-repo.ts';
import { findIds, requireIds } from './require-articles.ts';

/**
 * The ids of articles, each once. Without waiting where they are named: what is asked for next is done next.
 * @throws LibraryError not_found where one of those named is not in the library
 */
export function idsOf(
  context: Pick<WriteContext, 'ask'> & { readonly db: ReadDb },
  articles: ArticlesOrAll,
  signal: AbortSignal,
): number[] | Promise<number[]> {
  const { db } = context;
  if ('uids' in articles) return requireIds(db, articles.uids);
  const { all, except } = articles;
  if (!('search' in all)) return without(idsOfList(db, all), findIds(db, except));
  return context
    .ask('search.uids', { text: all.search }, signal)
    .then(({ uids }) => without(findIds(db, uids), findIds(db, except)));
}

/** The same for what only reads. Those named that are not there are left out. */
export function idsRead(
  context: Pick<ReadContext, 'db' | 'time'>,
  articles: ArticlesOrAll,
): number[] {
  const { db } = context;
  if ('uids' in articles) return findIds(db, articles.uids);
  const { all, except } = articles;
  const ids = 'search' in all ? findAllMatches(context, all.search) : idsOfList(db, all);
  return without(ids, findIds(db, except));
}

function idsOfList(
  db: ReadDb,
  { list, tag, collection }: Exclude<AllOf, { search: string }>,
): number[] {
  const among = amongOf(db, tag, collection);
  if (among !== undefined) return findAllIds(db, { list, among });
  const what = tag === undefined ? 'collection' : 'tag';
  throw new LibraryError('not_found', `This ${what} is not there any more.`);
}

function without(ids: number[], except: readonly number[]): number[] {
  if (except.length === 0) return ids;
  const left = new Set(except);
  return ids.filter((id) => !left.has(id));
}
