// Highlights: the reader's marks in an article, each with the words it stands over and a note.
import { z } from 'zod';
import { ArticleUid, Uid } from './ids.ts';
import { TagName } from './tag.ts';

export const highlightColours = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export const HighlightColour = z.enum(highlightColours);
export type HighlightColour = z.infer<typeof HighlightColour>;

export const HighlightUid = Uid.brand<'HighlightUid'>();
export type HighlightUid = z.infer<typeof HighlightUid>;

/** UTF-16 units of the words that one highlight stands over: a long chapter. */
export const MAX_QUOTE_LENGTH = 200_000;

/** Offsets into the reader text, in UTF-16 units. */
export const TextRange = z.object({ start: z.int(), end: z.int() });
export type TextRange = z.infer<typeof TextRange>;

export const Highlight = z.object({
  uid: HighlightUid,
  articleUid: ArticleUid,
  colour: HighlightColour,
  /** The words as the reader marked them, and what stood before and after. They stay when the content changes. */
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** Where it stands in today's reader text; null while it cannot be placed. */
  range: TextRange.nullable(),
  /** The reader's own words, Markdown; empty for none. */
  note: z.string(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Highlight = z.infer<typeof Highlight>;

/** One whose words are no longer found, with the place that it most likely belongs to. */
export const LostHighlight = Highlight.extend({
  guess: TextRange.extend({ text: z.string() }).nullable(),
});
export type LostHighlight = z.infer<typeof LostHighlight>;

export const HighlightsOfArticle = z.object({
  /** In the order of the text. */
  highlights: z.array(Highlight),
  lost: z.array(LostHighlight),
});
export type HighlightsOfArticle = z.infer<typeof HighlightsOfArticle>;

/** One of the whole library's, with where it comes from. */
export const HighlightEntry = Highlight.extend({
  article: z.object({
    uid: ArticleUid,
    title: z.string(),
    author: z.string().nullable(),
    siteName: z.string().nullable(),
    url: z.string().nullable(),
    trashed: z.boolean(),
  }),
});
export type HighlightEntry = z.infer<typeof HighlightEntry>;

/** Everything that is named has to hold. */
export const HighlightFilter = z.object({
  /** Words that stand in quote or note, in any order; case and accents do not matter. */
  text: z.string().max(1000).optional(),
  colours: z.array(HighlightColour).max(highlightColours.length).optional(),
  /** A tag of the article. */
  tag: TagName.optional(),
  article: ArticleUid.optional(),
  /** When it was made, milliseconds UTC: from `since` on, before `until`. */
  since: z.int().optional(),
  until: z.int().optional(),
  place: z.enum(['placed', 'lost']).optional(),
});
export type HighlightFilter = z.infer<typeof HighlightFilter>;

/** `article`: by article, the last saved first, in the order of its text. */
export const HighlightSort = z.enum(['newest', 'oldest', 'article']);
export type HighlightSort = z.infer<typeof HighlightSort>;

export const HighlightPage = z.object({
  entries: z.array(HighlightEntry),
  /** Hand back as `after` for the next page; null on the last. */
  next: z.string().nullable(),
  /** How many there are on all pages. */
  total: z.int(),
});
export type HighlightPage = z.infer<typeof HighlightPage>;

/** `quote` is the words with their source, for a text of one's own. */
export const HighlightFormat = z.enum(['markdown', 'quote', 'json', 'csv']);
export type HighlightFormat = z.infer<typeof HighlightFormat>;
