// One app at a time: a second start hands its arguments to the first and ends.
import { app } from 'electron';
import { z } from 'zod';
import type { ClipTarget } from './arguments.ts';
import { MAX_LINK_LENGTH } from './deep-link.ts';

/** What a second instance says. It was started by this person, but what it says is read like any foreign message. */
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

/** @returns false where another instance runs and was told; then this one is to end */
export function handOver(mine: HandOver): boolean {
  return app.requestSingleInstanceLock({ ...mine });
}

/** @param listener gets null where the second instance said nothing that can be understood */
export function onSecondInstance(listener: (said: HandOver | null) => void): void {
  // Its command line comes along too, but in an order of Chromium's; only what was read there can be relied on.
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const said = HandOver.safeParse(data);
    listener(said.success ? said.data : null);
  });
}
