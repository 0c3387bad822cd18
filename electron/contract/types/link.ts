// Links between articles, and to pages that are not saved.
import { z } from 'zod';
import { ArticleSummary } from './article.ts';

/** What is shown of an article at the other end of a link. */
export const LinkedArticle = ArticleSummary.pick({
  uid: true,
  title: true,
  siteName: true,
  excerpt: true,
  readingStatus: true,
});
export type LinkedArticle = z.infer<typeof LinkedArticle>;

/** A link of an article to one that is saved; `url` exactly as it stands in the reader content's `href`. */
export const SavedLink = z.object({ url: z.string(), article: LinkedArticle });
export type SavedLink = z.infer<typeof SavedLink>;

/** An article that links here, and the words of its link. */
export const Backlink = z.object({ article: LinkedArticle, text: z.string() });
export type Backlink = z.infer<typeof Backlink>;

export const BacklinkPage = z.object({
  links: z.array(Backlink),
  next: z.string().nullable(),
  total: z.int(),
});
export type BacklinkPage = z.infer<typeof BacklinkPage>;

/** A page that is not saved, the words of one of the links to it, and how many articles link to it. */
export const WantedPage = z.object({ url: z.string(), text: z.string(), count: z.int() });
export type WantedPage = z.infer<typeof WantedPage>;

export const WantedPages = z.object({
  pages: z.array(WantedPage),
  next: z.string().nullable(),
});
export type WantedPages = z.infer<typeof WantedPages>;
