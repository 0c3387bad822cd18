// A picture of an article that could not be had: where it is, why, and when it is asked for again; and one that has come.
import { z } from 'zod';
import { AssetName } from './asset.ts';
import { Problem } from './problem.ts';

export const MissingPicture = z.object({
  /** Null for one that stood in the page itself. A file beside a saved page is `companion:…`. */
  url: z.string().nullable(),
  problem: Problem,
  /** `failed`: it is not tried again unless somebody asks. */
  state: z.enum(['waiting', 'fetching', 'failed']),
  /** How often it was tried. */
  tries: z.int(),
  /** When it is tried next: milliseconds since 1970, UTC; null where it is not. */
  dueAt: z.int().nullable(),
});
export type MissingPicture = z.infer<typeof MissingPicture>;

/** A picture that is stored, by its number in the reader content. */
export const StoredPicture = z.object({
  position: z.int(),
  asset: AssetName,
  width: z.int().nullable(),
  height: z.int().nullable(),
});
export type StoredPicture = z.infer<typeof StoredPicture>;
