// One page of an answer: the best articles for a query, with passages, and what could not be understood of it.
import type { SearchPage } from '#contract/types/search.ts';
import type { ReadContext } from '../context.ts';
import type { ReadDb } from '../storage/database.ts';
import { findTag } from '../tags/tag-repo.ts';
import { compileQuery } from './compile-query.ts';
import { findExact } from './exact-matches.ts';
import { findFirst } from './first-matches.ts';
import { hitsOf } from './hits.ts';
import { lagOf } from './index-trouble.ts';
import { withInflected } from './inflected-matches.ts';
import { needleOf } from './needles.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { hintOf, quotedShort } from './query-hints.ts';
import { wantedLeaves } from './query-tree.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export interface PageAsked {
  readonly limit: number;
  readonly offset?: number;
  /** Whether everything is ranked and counted. */
  readonly exact?: boolean;
}

/** A page without what else could have been searched for. */
export type Found = Omit<SearchPage, 'instead'>;

type Asking = Pick<ReadContext, 'db' | 'time'>;

/** The best articles for a query, with passages. */
export function search(context: Asking, text: string, asked: PageAsked): Found {
  const parsed = parseQuery(text);
  const asksNothing = parsed.root.of.length === 0 && parsed.sort === null;
  if (asksNothing) return nothingAsked(text, parsed);
  return searchParsed({ ...context, words: vocabularyOf(context.db) }, parsed, asked);
}

/** The same of a query that asks for something. */
export function searchParsed(
  { db, time, words }: Asking & { readonly words: Vocabulary },
  parsed: ParsedQuery,
  { limit, offset = 0, exact = false }: PageAsked,
): Found {
  const sort = parsed.sort ?? 'relevance';

  const now = time.now();
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
  const { query, matches } = withInflected({ db, words }, parsed, answer(parsed), answer);
  const { best, ...found } = matches;
  const needles = query.wanted.map(needleOf);
  return {
    hits: hitsOf(db, best.slice(offset, offset + limit), needles),
    ...found,
    sort,
    hint: hintOf([...parsed.hints, ...unknownTags(db, parsed), ...lagOf(db)]),
  };
}

/** Whether it is sure that no article is found by it. */
export const isNothing = ({ total, totalIsExact, isPartial }: Found): boolean =>
  total === 0 && totalIsExact && !isPartial;

function nothingAsked(text: string, { hints }: ParsedQuery): Found {
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
