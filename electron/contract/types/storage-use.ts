// What takes room on the disk.
import { z } from 'zod';

/** Files of articles: how many, and their bytes. */
const Files = z.object({ count: z.int(), bytes: z.int() });

/** All in bytes. */
export const StorageUse = z.object({
  database: z.object({
    /** What articles say: their contents and texts. */
    texts: z.int(),
    /** What search looks things up in; it can be made again from the texts. */
    index: z.int(),
    rest: z.int(),
    /** Kept for what comes next. */
    free: z.int(),
  }),
  /** Pages as they were saved. */
  pages: Files,
  pictures: Files,
  /** Files that no article names any more. */
  unused: Files,
  /** What would not be there without backups: their databases, and files that only they have. */
  backups: Files,
});
export type StorageUse = z.infer<typeof StorageUse>;

export const CleanedUp = Files;

/** Why the folder is no good place for a library that is open. */
export const FolderRisk = z.object({
  /** `synced`: another program copies it while it is written. `network`: it lies on another computer. */
  kind: z.enum(['synced', 'network']),
  /** As people call it: `Dropbox`. */
  name: z.string(),
});
export type FolderRisk = z.infer<typeof FolderRisk>;
