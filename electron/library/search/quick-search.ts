// Answers a search that is sure to take a few milliseconds, which the vocabulary tells before any of it is done. Others have a
// thread of their own.
import type { SearchPage } from '#contract/types/search.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { costOf, matchingAtMost } from './query-cost.ts';
import { isTextTerm, type QueryNode, type TextTerm } from './query-tree.ts';
import { isNothing, type PageAsked, searchParsed } from './search-page.ts';
import type { Asking } from './suggestions.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Places that may be counted: 3 ms. Ranking takes 2 more at most. */
const MOST_COUNTED = 60_000;
/** Of articles that may match up to here are ranked for an exact answer: 3 ms. A reader thread costs half of one by itself. */
const MOST_RANKED = 5000;
/** Nobody types more words in a row, and no more are taken apart here. */
const LONGEST_TEXT = 200;
/** What shorter beginnings stand for has to be put together from much of the vocabulary. */
const SHORTEST_BEGINNING = 3;

/** @returns null where it may take longer, and where nothing was found: then it is looked for what was meant */
export function searchQuickly(context: Asking, text: string, asked: PageAsked): SearchPage | null {
  if (text.length > LONGEST_TEXT) return null;
  const parsed = parseQuery(text);
  const words = vocabularyOf(context.db);
  if (!isQuick(parsed, words, asked)) return null;
  const page = searchParsed({ ...context, words }, parsed, asked);
  return isNothing(page) ? null : { ...page, instead: null };
}

function isQuick({ root, sort }: ParsedQuery, words: Vocabulary, { exact }: PageAsked): boolean {
  if (sort !== null) return false;
  const terms = termsOf(root);
  if (!terms || terms.length === 0) return false;
  const { counted, matching } = costOf({ wanted: terms, excluded: [] }, words);
  // A word that the vocabulary does not know (yet) may stand anywhere.
  if (matching === 0) return false;
  return counted <= MOST_COUNTED && (!exact || matchingAtMost(root, words) <= MOST_RANKED);
}

/** All words and phrases, also those that must not be there. @returns null where there is anything else */
function termsOf(node: QueryNode): TextTerm[] | null {
  if (node.kind === 'not') return termsOf(node.of);
  if (node.kind === 'all' || node.kind === 'any') {
    const terms = node.of.map(termsOf);
    return terms.includes(null) ? null : terms.flatMap((some) => some ?? []);
  }
  if (!isTextTerm(node) || node.kind === 'part') return null;
  const [first = ''] = node.tokens;
  return node.open && first.length < SHORTEST_BEGINNING ? null : [node];
}
