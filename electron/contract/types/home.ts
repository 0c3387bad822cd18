// Home: what one could read now, a few articles of each kind.
import { z } from 'zod';
import { ArticleSummary } from './article.ts';

const homeRows = ['continue', 'new', 'short', 'long', 'old'] as const;
export const HomeRow = z.enum(homeRows);
export type HomeRow = z.infer<typeof HomeRow>;

/** No article is in two rows, unless something old was begun today. */
export const Home = z.record(HomeRow, z.array(ArticleSummary));
export type Home = z.infer<typeof Home>;
