// Whether the library is sound, as far as it was looked through: a report of all of it, of a part, and what is known.
import { z } from 'zod';
import { CheckReport } from './library-info.ts';

/** What one part of a check found. */
export const CheckedPart = CheckReport.omit({ ok: true }).extend({
  /** Hand back as `from` for the next part; null where that was the last. */
  next: z.string().nullable(),
});
export type CheckedPart = z.infer<typeof CheckedPart>;

/** What looking through the library in the background has found and not seen put right. */
export const Health = z.object({
  /** When all of it had been looked through last; null where that has not happened yet. */
  checkedAt: z.int().nullable(),
  /** The first of them. */
  problems: CheckReport.shape.problems,
  total: z.int(),
  /** Articles among them, which `library.repairFound` may put right. */
  articles: z.int(),
});
export type Health = z.infer<typeof Health>;
