// Answers searches: any text is a query, and any query gets an answer.
import { findUids } from '../articles/require-articles.ts';
import type { Answers, ReadContext } from '../context.ts';
import { findAllMatches } from './all-matches.ts';
import { complete } from './complete.ts';
import { unlessDamaged } from './index-trouble.ts';
import { parseQuery } from './parse-query.ts';
import { findRelated } from './related-articles.ts';
import { searchWithHelp } from './search-instead.ts';
import { findSuggestions } from './suggestions.ts';

type SearchAnswers = Answers<
  | 'search.run'
  | 'search.exact'
  | 'search.uids'
  | 'search.count'
  | 'search.suggest'
  | 'search.related'
  | 'search.complete'
  | 'search.parts'
>;

export function searchQueries(asked: ReadContext): SearchAnswers {
  const { db, time } = asked;
  const context = { db, time };
  // One transaction, so that every statement sees the same library.
  const run = db.transaction(searchWithHelp);
  const all = db.transaction(findAllMatches);
  const suggest = db.transaction(findSuggestions);
  const related = db.transaction(findRelated);
  return {
    'search.run': ({ text, ...page }) => unlessDamaged(asked, () => run(context, text, page)),
    'search.exact': ({ text, ...page }) =>
      unlessDamaged(asked, () => run(context, text, { ...page, exact: true })),
    'search.uids': ({ text }) => ({ uids: findUids(db, all(context, text)) }),
    'search.count': ({ text }) => ({ count: all(context, text).length }),
    'search.suggest': ({ text }) => ({ suggestions: suggest(context, text) }),
    'search.related': ({ uid, limit }) => ({ articles: related(db, uid, limit) }),
    'search.complete': ({ text, caret }) => complete(db, text, caret),
    'search.parts': ({ text }) => ({ parts: [...parseQuery(text).parts] }),
  };
}
