// What the library says unasked: which kinds of data changed, and how clips and large changes are getting on.
import { z } from 'zod';
import { topics } from './topics.ts';
import { ClipResult } from './types/clip.ts';
import { StepUid, Uid } from './types/ids.ts';
import { ImportCounts, ImportSource, ImportUid } from './types/import.ts';
import { Problem } from './types/problem.ts';

export const LibraryEvent = z.discriminatedUnion('kind', [
  /** Copies of these kinds of data are stale. */
  z.object({ kind: z.literal('changed'), topics: z.array(z.enum(topics)) }),
  /** A change of more articles than are changed at once is under way. */
  z.object({
    kind: z.literal('many-changing'),
    /** That of its step: what `journal.stop` stops. */
    uid: StepUid,
    done: z.int(),
    total: z.int(),
  }),
  /** It is over, or was stopped. */
  z.object({ kind: z.literal('many-changed'), uid: StepUid }),
  /** An export under way, under the name that its caller gave it. It is over when its call is answered. */
  z.object({
    kind: z.literal('exporting'),
    uid: Uid,
    done: z.int(),
    total: z.int(),
  }),
  /** A clip that someone started, from this window or elsewhere. `name` is what to call it before it has a title. */
  z.object({
    kind: z.literal('clip-started'),
    job: z.string(),
    name: z.string(),
  }),
  /** A source is being looked through; what was found so far. */
  z.object({ kind: z.literal('import-planning'), source: ImportSource, counts: ImportCounts }),
  z.object({ kind: z.literal('importing'), uid: ImportUid, done: z.int(), total: z.int() }),
  z.object({
    kind: z.literal('clip-done'),
    job: z.string(),
    name: z.string(),
    result: ClipResult,
  }),
  z.object({
    kind: z.literal('clip-failed'),
    job: z.string(),
    name: z.string(),
    error: Problem,
  }),
]);
export type LibraryEvent = z.infer<typeof LibraryEvent>;
