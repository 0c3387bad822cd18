// What comes from outside to be done by the window, which asks the person first: a link of another program, or the
// address on the clipboard.
import { z } from 'zod';
import { ArticleUid, HttpUrl } from './ids.ts';
import { Problem } from './problem.ts';

export const PageAsked = z.object({ kind: z.literal('clip'), url: HttpUrl });
export type PageAsked = z.infer<typeof PageAsked>;
export const ArticleAsked = z.object({ kind: z.literal('open'), uid: ArticleUid });
export type ArticleAsked = z.infer<typeof ArticleAsked>;

/** `person`: by a key of Lectern's. `link`: by whoever made the link. */
export const Asked = z.discriminatedUnion('kind', [
  PageAsked.extend({ by: z.enum(['link', 'person']) }),
  ArticleAsked,
  /** What was asked for is not done, and why. */
  Problem.extend({ kind: z.literal('refused') }),
]);
export type Asked = z.infer<typeof Asked>;
