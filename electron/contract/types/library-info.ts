// The library itself: where it is, and whether it is sound.
import { z } from 'zod';
import { Problem } from './problem.ts';
import { FolderRisk } from './storage-use.ts';

export const LibraryInfo = z.object({
  dir: z.string(),
  schemaVersion: z.int(),
  articleCount: z.int(),
  readOnly: z.boolean(),
  /** Null where the folder is a good place for a library. */
  risk: FolderRisk.nullable(),
});
export type LibraryInfo = z.infer<typeof LibraryInfo>;

export const CheckReport = z.object({
  ok: z.boolean(),
  checked: z.object({ rows: z.int(), assets: z.int(), indexed: z.int() }),
  problems: z.array(Problem.extend({ table: z.string(), uid: z.string().nullable() })),
});
export type CheckReport = z.infer<typeof CheckReport>;
