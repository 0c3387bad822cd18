// Whether there is a newer Lectern, as far as somebody asked.
import { z } from 'zod';

export const UpdateState = z.object({
  /** `package`: whoever installed it brings the next one as well, so nothing is ever asked. */
  way: z.enum(['itself', 'package']),
  version: z.string(),
  /** Where packages lie, for a person. */
  releases: z.string(),
  isDaily: z.boolean(),
  /** Null before anybody asked. */
  lookedAt: z.int().nullable(),
  /** A version that is newer than this one. */
  found: z.string().nullable(),
  /** `ready`: put in place when Lectern is closed. */
  stage: z.enum(['none', 'fetching', 'ready']),
});
export type UpdateState = z.infer<typeof UpdateState>;
