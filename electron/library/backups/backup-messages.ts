// What the owner and the thread that works on backups tell each other.
import { z } from 'zod';
import type { WireError } from '#contract/errors.ts';
import { BackupName, BackupReason } from '#contract/types/backup.ts';

/** `dir` is the library's folder. */
export const BackupTask = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('write'),
    dir: z.string(),
    reason: BackupReason,
    now: z.number(),
    /** Room for all backups, in times the size of the library. */
    budget: z.number(),
  }),
  /** To the reader's second folder, or one that was named once. */
  z.object({
    kind: z.literal('copy'),
    dir: z.string(),
    path: z.string(),
    to: z.string(),
    /** Null for a folder in which nothing is ever removed. */
    budget: z.number().nullable(),
  }),
  z.object({ kind: z.literal('remove'), dir: z.string(), path: z.string() }),
  /** Puts together, beside the library, what is to take its place. */
  z.object({ kind: z.literal('stage'), dir: z.string(), path: z.string(), id: z.string() }),
]);
export type BackupTask = z.infer<typeof BackupTask>;

export const taskResults = {
  write: z.object({ name: BackupName }),
  copy: z.null(),
  remove: z.null(),
  stage: z.object({ missingAssets: z.int() }),
} as const;
export type TaskResult<Kind extends BackupTask['kind']> = z.infer<(typeof taskResults)[Kind]>;

export type TaskReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: WireError; readonly stack: string };
