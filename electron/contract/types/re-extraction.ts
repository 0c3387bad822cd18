// Reading articles anew from their snapshots with a newer page reader, and what would come of it.
import { z } from 'zod';
import { ArticleUid } from './ids.ts';
import { Step } from './journal.ts';
import { Problem } from './problem.ts';

/** Articles that an earlier page reader made, oldest first. */
export const OutdatedPage = z.object({
  uids: z.array(ArticleUid),
  /** Of all of them. */
  total: z.int(),
  /** Hand back as `after` for the next page; null on the last. */
  next: ArticleUid.nullable(),
});
export type OutdatedPage = z.infer<typeof OutdatedPage>;

export const ReExtraction = z.object({
  uid: ArticleUid,
  title: z.string(),
  wordsBefore: z.int(),
  wordsAfter: z.int(),
  /** Highlights without a place in the text. */
  lostBefore: z.int(),
  lostAfter: z.int(),
  /** Whether anything in it would be another, or is. */
  changed: z.boolean(),
  /** `left`: it would lose most of its text, or could not be read; it is as it was. */
  outcome: z.enum(['previewed', 'applied', 'left']),
  /** Why it could not be read. */
  problem: Problem.nullable(),
});
export type ReExtraction = z.infer<typeof ReExtraction>;

export const ReExtractions = z.object({
  articles: z.array(ReExtraction),
  /** One step for all of them; null where nothing was changed. */
  step: Step.nullable(),
});
export type ReExtractions = z.infer<typeof ReExtractions>;
