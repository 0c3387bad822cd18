// How a range of an article is found again after its text has changed: its words, what stood around them, and where.
import { z } from 'zod';

/** Offsets are UTF-16 units of the reader text that the anchor was made in; null where they are not known. */
export const Anchor = z.object({
  quote: z.string().min(1),
  /** What stood directly before and after the quote. Longer where the quote alone stands in several places. */
  prefix: z.string(),
  suffix: z.string(),
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
});
export type Anchor = z.infer<typeof Anchor>;
