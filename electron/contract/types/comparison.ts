// What differs between two versions of an article, word by word.
import { z } from 'zod';
import { Snapshot } from './snapshot.ts';

export const ComparedRun = z.object({
  kind: z.enum(['kept', 'added', 'removed']),
  text: z.string(),
});
export type ComparedRun = z.infer<typeof ComparedRun>;

/** One paragraph, heading, item or cell. `changed` has runs of several kinds, the others one run of their own kind. */
export const ComparedParagraph = z.object({
  kind: z.enum(['kept', 'added', 'removed', 'changed']),
  runs: z.array(ComparedRun),
});
export type ComparedParagraph = z.infer<typeof ComparedParagraph>;

export const Comparison = z.object({
  from: Snapshot,
  to: Snapshot,
  /** In the order of the text. White space that differs is that of `to`, and no change. */
  paragraphs: z.array(ComparedParagraph),
  addedWords: z.int(),
  removedWords: z.int(),
  /** So much differs that some paragraphs stand as replaced, without looking for words that stayed. */
  isCoarse: z.boolean(),
});
export type Comparison = z.infer<typeof Comparison>;
