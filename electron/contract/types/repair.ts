// What became of a damaged article: what could be put right, from where, and what could not.
import { z } from 'zod';
import { BackupName } from './backup.ts';
import { Problem } from './problem.ts';

export const Repair = z.object({
  repaired: z.array(
    z.object({
      /** Of the row, or `asset` for a file. */
      table: z.string(),
      /** Null where it was made anew, from what was saved of the page. */
      from: BackupName.nullable(),
    }),
  ),
  /** Still damaged: no whole copy of it was found. */
  left: z.array(Problem.extend({ table: z.string() })),
});
export type Repair = z.infer<typeof Repair>;
