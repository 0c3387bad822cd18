// Snapshots: the page of an article as it was captured, once for each time that it was another.
import { z } from 'zod';
import { Uid } from './ids.ts';

export const SnapshotUid = Uid.brand<'SnapshotUid'>();
export type SnapshotUid = z.infer<typeof SnapshotUid>;

/** One version of an article. */
export const Snapshot = z.object({
  uid: SnapshotUid,
  /** Milliseconds UTC; of a page that was saved by another program, when that was. */
  capturedAt: z.int(),
  /** Where it was captured, and what the file was called: null where nothing says so. */
  url: z.string().nullable(),
  fileName: z.string().nullable(),
  /** Whether it is what the scripts of the page had made of it. */
  rendered: z.boolean(),
  /** Whether the article shows it. */
  inUse: z.boolean(),
  /** Of how many pages of its site it was joined; 1 for nearly all. */
  pages: z.int(),
  /** Of its body text; null where it has not been read. */
  wordCount: z.int().nullable(),
});
export type Snapshot = z.infer<typeof Snapshot>;
