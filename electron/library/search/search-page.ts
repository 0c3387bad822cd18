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
import { vocabularyOf } from './vocabulary.ts';

export interface PageAsked {
  readonly limit: number;
  readonly offset?: number;
  /** Whether everything is ranked and counted. */
  readonly exact?: boolean;
}

/** A page without what else could have been searched for. */
export type Found = Omit<SearchPage, 'instead'>;

/** The best articles for a query, with passages. */
export function search(
  { db, time }: Pick<ReadContext, 'db' | 'time'>,
  text: string,
  { limit, offset = 0, exact = false }: PageAsked,
): Found {
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
