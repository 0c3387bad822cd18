// What a second start says to the first. It was started by this person, but what it says is read like any foreign message.
import { z } from 'zod';
import { type ClipTarget, MAX_LINK_LENGTH } from './arguments.ts';

const HandOver = z.object({
  dir: z.string(),
  clips: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('path'), path: z.string() }),
        z.object({ kind: z.literal('url'), url: z.string() }),
      ]),
    )
    .max(10_000),
  link: z
    .string()
    .max(MAX_LINK_LENGTH + 1)
    .nullable(),
});
export interface HandOver {
  /** The library it wanted to open. */
  readonly dir: string;
  readonly clips: readonly ClipTarget[];
  /** Unread. */
  readonly link: string | null;
}

/** @returns null for what cannot be understood */
export function readHandOver(data: unknown): HandOver | null {
  const said = HandOver.safeParse(data);
  return said.success ? said.data : null;
}
