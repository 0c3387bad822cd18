// Every article that a query finds, unranked: what a change of all that a search found is about.
import type { ReadContext } from '../context.ts';
import type { ReadDb } from '../storage/database.ts';
import { type CompiledQuery, compileQuery } from './compile-query.ts';
import { filtering } from './exact-matches.ts';
import { withInflected } from './inflected-matches.ts';
import { EVERYTHING, listArticles } from './list-matches.ts';
import { and, matchClause, prepared } from './match-clause.ts';
import type { Matches } from './matches.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { vocabularyOf } from './vocabulary.ts';

/** @returns ids in no order; none where nothing is looked for */
export function findAllMatches(
  { db, time }: Pick<ReadContext, 'db' | 'time'>,
  text: string,
): number[] {
  const parsed = parseQuery(text);
  // An order alone lists the library, and means no article in particular.
  if (parsed.root.of.length === 0) return [];
  const words = vocabularyOf(db);
  const moment = { now: time.now(), timeZone: time.timeZone() };
  const answer = (asked: ParsedQuery) => {
    const query = compileQuery(asked, { words, moment });
    return { query, matches: findAll(db, query) };
  };
  const { matches } = withInflected({ db, words }, parsed, answer(parsed), answer);
  return matches.best.map(({ id }) => id);
}

function findAll(db: ReadDb, query: CompiledQuery): Matches {
  const { match, exactMatch, conditions, looksInTrash } = query;
  if (match === null) return listArticles(db, query, EVERYTHING, EVERYTHING);
  const all = matchClause(db, exactMatch ?? match, looksInTrash);
  const where = conditions.length > 0 ? and(all, filtering(db, query)) : all;
  const ids = prepared<number>(db, 'SELECT rowid FROM search_index WHERE $where', where)
    .pluck()
    .all(...where.values);
  return {
    best: ids.map((id) => ({ id, score: 0 })),
    total: ids.length,
    totalIsExact: true,
    rankedAll: true,
    isPartial: false,
  };
}
