// What the owner and its reader threads tell each other beside calls.
import { z } from 'zod';

/** Given to a reader thread when it starts. */
export const ReaderData = z.object({ dir: z.string() });
export type ReaderData = z.infer<typeof ReaderData>;

/** A fault in a handler: a reader thread has no log of its own. */
export const ReaderBug = z.object({ call: z.string(), stack: z.string() });
export type ReaderBug = z.infer<typeof ReaderBug>;

/** A search could not read the index: the owner alone can have it made anew. */
export const IndexDamage = z.object({ damaged: z.literal('index') });
export type IndexDamage = z.infer<typeof IndexDamage>;
