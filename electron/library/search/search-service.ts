// Answers searches: any text is a query, and any query gets an answer.
import type { SearchPage } from '#contract/types/search.ts';
import { findUids } from '../articles/require-articles.ts';
import type { Answers, ReadContext } from '../context.ts';
import type { ReadDb } from '../storage/database.ts';
import { findTag } from '../tags/tag-repo.ts';
import { findAllMatches } from './all-matches.ts';
import { compileQuery } from './compile-query.ts';
import { complete } from './complete.ts';
import { findExact } from './exact-matches.ts';
import { findFirst } from './first-matches.ts';
import { hitsOf } from './hits.ts';
import { lagOf, unlessDamaged } from './index-trouble.ts';
import { withInflected } from './inflected-matches.ts';
import { needleOf } from './needles.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { hintOf, quotedShort } from './query-hints.ts';
import { wantedLeaves } from './query-tree.ts';
import { findRelated } from './related-articles.ts';
import { findSuggestions } from './suggestions.ts';
import { vocabularyOf } from './vocabulary.ts';

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
  const run = db.transaction(search);
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

interface PageAsked {
  readonly limit: number;
  readonly offset?: number;
  /** Whether everything is ranked and counted. */
  readonly exact?: boolean;
}

/** The best articles for a query, with passages. */
export function search(
  { db, time }: Pick<ReadContext, 'db' | 'time'>,
  text: string,
  { limit, offset = 0, exact = false }: PageAsked,
): SearchPage {
  const parsed = parseQuery(text);
  const sort = parsed.sort ?? 'relevance';
  if (parsed.root.of.length === 0 && parsed.sort === null) return nothingAsked(text, parsed);

  const now = time.now();
  const words = vocabularyOf(db);
  // Where a machine stands takes as long to find out as many a search.
  const moment = {
    now,
    get timeZone() {
      return time.timeZone();
    },
  };
  const limits = { limit: limit + offset, elapsed: () => time.now() - now };
  const find = exact ? findExact : findFirst;
  const answer = (asked: ParsedQuery) => {
    const query = compileQuery(asked, { words, moment });
    return { query, matches: find(db, query, words, limits) };
  };
  const { query, matches } = withInflected(db, parsed, answer(parsed), answer);
  const { best, ...found } = matches;
  const needles = query.wanted.map(needleOf);
  return {
    hits: hitsOf(db, best.slice(offset, offset + limit), needles),
    ...found,
    sort,
    hint: hintOf([...parsed.hints, ...unknownTags(db, parsed), ...lagOf(db)]),
  };
}

function nothingAsked(text: string, { hints }: ParsedQuery): SearchPage {
  const hint = /\S/.test(text)
    ? 'There are no letters or digits in this to search for.'
    : 'Type a word to search for.';
  return {
    hits: [],
    total: 0,
    totalIsExact: true,
    rankedAll: true,
    sort: 'relevance',
    isPartial: false,
    hint: hintOf(hints) ?? hint,
  };
}

function unknownTags(db: ReadDb, { root }: ParsedQuery): string[] {
  return wantedLeaves(root).flatMap((leaf) =>
    leaf.kind === 'filter' &&
    leaf.field === 'tag' &&
    typeof leaf.value === 'string' &&
    !findTag(db, leaf.value)
      ? [`There is no tag ${quotedShort(leaf.value)}.`]
      : [],
  );
}
