// A search and its answer.
import { z } from 'zod';
import { ArticleSummary } from './article.ts';

/** Longer input is nobody's query. */
export const MAX_QUERY_LENGTH = 100_000;

/** Text with the words that were looked for marked; joined, the parts are the text as it stands in the article. */
export const Snippet = z.array(z.object({ text: z.string(), marked: z.boolean() }));
export type Snippet = z.infer<typeof Snippet>;

export const SearchHit = z.object({
  article: ArticleSummary,
  title: Snippet,
  snippet: Snippet,
  /** Higher is better; comparable within one answer only. */
  score: z.number(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchPage = z.object({
  hits: z.array(SearchHit),
  /** How many articles match; a lower bound where `totalIsExact` is false. */
  total: z.int(),
  totalIsExact: z.boolean(),
  /** False where only the newest matches were ranked, because there are too many to rank at once. */
  rankedAll: z.boolean(),
  /** What of the query could not be used, in words for a person. */
  hint: z.string().nullable(),
});
export type SearchPage = z.infer<typeof SearchPage>;
