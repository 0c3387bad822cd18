// How fast the reader reads.
import { z } from 'zod';

export const Pace = z.object({
  wordsPerMinute: z.int(),
  /** False until enough has been read: then it is what people read at usually. */
  isOwn: z.boolean(),
});
export type Pace = z.infer<typeof Pace>;
