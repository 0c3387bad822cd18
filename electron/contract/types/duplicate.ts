// Articles whose texts are nearly the same.
import { z } from 'zod';
import { ArticleSummary } from './article.ts';

/** How much of the runs of words in two texts they have in common, 0..1; 1 for equal words. */
const Similarity = z.number().min(0).max(1);

export const Duplicate = z.object({ article: ArticleSummary, similarity: Similarity });
export type Duplicate = z.infer<typeof Duplicate>;

/** Articles of which each is like at least one other, newest first. */
export const DuplicateGroup = z.object({
  articles: z.array(ArticleSummary),
  /** Of the two that are least alike among those compared. */
  similarity: Similarity,
});
export type DuplicateGroup = z.infer<typeof DuplicateGroup>;

export const DuplicateGroups = z.object({
  groups: z.array(DuplicateGroup),
  /** Of all groups. */
  total: z.int(),
  /** Articles that were not compared yet. */
  pending: z.int(),
});
export type DuplicateGroups = z.infer<typeof DuplicateGroups>;

export const CaughtUp = z.object({
  /** Articles that were not compared yet. */
  pending: z.int(),
});
export type CaughtUp = z.infer<typeof CaughtUp>;
