// A library of given texts, searched through the contract.
import type { SearchPage, Snippet } from '#contract/types/search.ts';
import { type Needle, needleOf } from '#library/search/needles.ts';
import { parseQuery } from '#library/search/parse-query.ts';
import { isTextTerm } from '#library/search/query-tree.ts';
import { type GivenArticle, insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';

export interface Searchable {
  readonly context: TestContext;
  search(text: string, limit?: number): Promise<SearchPage>;
  /** Titles of the hits, best first. */
  find(text: string): Promise<string[]>;
}

/** @param articles by title; what is given as text only becomes an article of that text */
export async function makeSearchable(
  articles: Readonly<Record<string, string | GivenArticle>>,
): Promise<Searchable> {
  const context = await makeContext();
  for (const [title, given] of Object.entries(articles)) {
    context.ports.clock.tick();
    insertWholeArticle(context, {
      title,
      ...(typeof given === 'string' ? { text: given } : given),
    });
  }
  const search = (text: string, limit = 20) => context.client['search.run']({ text, limit });
  return {
    context,
    search,
    find: async (text) => (await search(text)).hits.map(({ article }) => article.title),
  };
}

/** Marks as brackets. */
export const shown = (snippet: Snippet): string =>
  snippet.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

/** As it stands, without marks. */
export const plain = (snippet: Snippet): string => snippet.map(({ text }) => text).join('');

/** What is looked for in a text, of a query. */
export const needlesOf = (query: string): Needle[] =>
  parseQuery(query).root.of.flatMap((node) => (isTextTerm(node) ? [needleOf(node)] : []));
