// A search and its answer.
import { z } from 'zod';
import { ArticleSummary } from './article.ts';

/** Longer input is nobody's query. */
export const MAX_QUERY_LENGTH = 100_000;
/** Further down nobody scrolls. */
export const MAX_OFFSET = 2000;

/** Text with the words that were looked for marked; joined, the parts are the text as it stands in the article. */
export const Snippet = z.array(z.object({ text: z.string(), marked: z.boolean() }));
export type Snippet = z.infer<typeof Snippet>;

/** A piece of what an article holds, cut where sentences end. Nothing is marked in it where only a filter led to the article. */
export const Passage = z.object({
  parts: Snippet,
  in: z.enum(['text', 'note', 'highlight']),
  /**
   * Where its first mark stands in the reader text, in UTF-16 units; null in notes, in highlights without a place, and where
   * nothing is marked.
   */
  start: z.int().nullable(),
});
export type Passage = z.infer<typeof Passage>;

/** Where words of a query stand. */
const FoundIn = z.enum(['title', 'text', 'author', 'site', 'note', 'highlight']);
export type FoundIn = z.infer<typeof FoundIn>;

export const MAX_PASSAGES = 3;

export const SearchHit = z.object({
  article: ArticleSummary,
  title: Snippet,
  /** Best first, and apart from each other. */
  passages: z.array(Passage).max(MAX_PASSAGES),
  /** How many more places in it are shown by no passage. */
  more: z.int(),
  /** Why it was found; empty where only filters led to it. */
  found: z.array(FoundIn),
  /** Higher is better; comparable within one answer only. */
  score: z.number(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchSort = z.enum(['relevance', 'newest', 'oldest', 'longest', 'title']);
export type SearchSort = z.infer<typeof SearchSort>;

export const Suggestion = z.object({
  /** The whole query, with the word in its place. */
  text: z.string(),
  /** What of the query was typed, and what stands instead. */
  word: z.string(),
  instead: z.string(),
  /** Another word a slip away, or all words that it stands inside of. */
  kind: z.enum(['spelling', 'inside']),
  /** Articles that the new query finds, at least. */
  count: z.int(),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const SearchPage = z.object({
  hits: z.array(SearchHit),
  /** How many articles match; a lower bound where `totalIsExact` is false. */
  total: z.int(),
  totalIsExact: z.boolean(),
  /** False where only the newest matches were ranked, because there are too many to rank at once. */
  rankedAll: z.boolean(),
  /** In which order, as it was understood. */
  sort: SearchSort,
  /** True where it took so long that it was cut off; what had been found by then is here. */
  isPartial: z.boolean(),
  /** What of the query could not be used, in words for a person. */
  hint: z.string().nullable(),
  /** Where nothing matches: what was searched for instead, and found. Not among `hits`, and not counted. */
  instead: z.object({ suggestion: Suggestion, hits: z.array(SearchHit) }).nullable(),
});
export type SearchPage = z.infer<typeof SearchPage>;

/** Articles that can be found by what they are today, of those that have a text. */
export const IndexState = z.object({ done: z.int(), total: z.int() });
export type IndexState = z.infer<typeof IndexState>;

/** A stretch of a typed query and what it means, for showing it: offsets are those of the text as it was sent. */
export const QueryPart = z.object({
  from: z.int(),
  to: z.int(),
  /** `unknown` is what looks like a filter and was not understood. */
  kind: z.enum(['text', 'filter', 'operator', 'unknown']),
  label: z.string(),
});
export type QueryPart = z.infer<typeof QueryPart>;

export const Completion = z.object({
  /** Takes the place of what stands between the answer's `from` and `to`. */
  insert: z.string(),
  label: z.string(),
  kind: z.enum(['field', 'value', 'tag', 'collection', 'site', 'word']),
  /** How many articles have it; null where that was not counted. */
  count: z.int().nullable(),
});
export type Completion = z.infer<typeof Completion>;

export const Completions = z.object({
  from: z.int(),
  to: z.int(),
  items: z.array(Completion),
});
export type Completions = z.infer<typeof Completions>;

export const RelatedArticle = z.object({
  article: ArticleSummary,
  /** Words that both have and few others, the most telling first, as they stand in the article asked about. */
  words: z.array(z.string()),
});
export type RelatedArticle = z.infer<typeof RelatedArticle>;
