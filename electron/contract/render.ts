// What a hidden window asks of the library that wants a page rendered: the page, whatever its scripts fetch, and to be told what
// came of it. Everything that is fetched goes the library's way, under its rules.
import { z } from 'zod';
import { command, query } from './define.ts';
import { Problem } from './types/problem.ts';

const Answer = z.object({
  bytes: z.instanceof(Uint8Array),
  mediaType: z.string().nullable(),
  charset: z.string().nullable(),
});

export const renderContract = {
  'render.page': query(z.object({}), Answer.extend({ url: z.string() })),
  'render.resource': query(z.object({ url: z.string().max(10_000) }), Answer),
  /** The markup of the page, once its scripts have run. */
  'render.done': command(z.object({ html: z.string() }), z.void()),
  'render.failed': command(Problem, z.void()),
} as const;
export type RenderContract = typeof renderContract;
