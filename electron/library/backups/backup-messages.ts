// What the owner and the thread that writes a backup tell each other.
import { z } from 'zod';
import type { WireError } from '#contract/errors.ts';
import { type BackupName, BackupReason } from '#contract/types/backup.ts';

export const BackupTask = z.object({ dir: z.string(), reason: BackupReason, now: z.number() });
export type BackupTask = z.infer<typeof BackupTask>;

export type BackupWritten =
  | { readonly name: BackupName }
  | { readonly error: WireError; readonly stack: string };
