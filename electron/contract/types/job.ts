// A clip job: an address that is to be clipped, kept until it is an article or was dropped.
import { z } from 'zod';
import { HttpUrl, Uid } from './ids.ts';
import { Problem } from './problem.ts';

export const JobUid = Uid.brand<'JobUid'>();
export type JobUid = z.infer<typeof JobUid>;

export const ClipJob = z.object({
  uid: JobUid,
  url: HttpUrl,
  /** `failed`: it is not tried again unless somebody asks. */
  state: z.enum(['waiting', 'fetching', 'failed']),
  /** How often it was tried. */
  tries: z.int(),
  /** When it is tried next: milliseconds since 1970, UTC. */
  dueAt: z.int(),
  addedAt: z.int(),
  /** Why the last try failed. */
  problem: Problem.nullable(),
});
export type ClipJob = z.infer<typeof ClipJob>;
