// The reader's own words on an article.
import { z } from 'zod';

export const Note = z.object({
  markdown: z.string(),
  updatedAt: z.int(),
});
export type Note = z.infer<typeof Note>;

/** UTF-8 bytes of one note, on an article or a highlight: longer than any note that a person writes by hand. */
export const MAX_NOTE_BYTES = 1024 * 1024;
