// A failure or a warning, as data: a code to act on and a sentence to show.
import { z } from 'zod';
import { errorCodes } from '../errors.ts';

export const Problem = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
});
export type Problem = z.infer<typeof Problem>;
