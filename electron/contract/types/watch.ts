// A folder in which pages that a browser saves are clipped by themselves.
import { z } from 'zod';
import { Problem } from './problem.ts';

/** What becomes of a page once it is clipped: it stays, or goes into a folder “Clipped” beside it. */
export const watchEnds = ['keep', 'move'] as const;
export const WatchEnd = z.enum(watchEnds);
export type WatchEnd = z.infer<typeof WatchEnd>;

export const WatchState = z.object({
  /** Null where none is watched. */
  dir: z.string().nullable(),
  end: WatchEnd,
  /** Why nobody can look into it now. */
  problem: Problem.nullable(),
  /** Of the pages that are or were there. */
  clipped: z.int(),
  /** Those that could not be clipped, the last first; each is tried again when it changes. */
  failed: z.array(Problem.extend({ name: z.string(), at: z.int() })),
});
export type WatchState = z.infer<typeof WatchState>;
