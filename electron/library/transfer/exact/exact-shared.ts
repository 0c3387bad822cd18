// What a full export holds beside articles: `library.json`.
import { z } from 'zod';
import { Uid } from '#contract/types/ids.ts';
import { collectionRow, jobRow, savedSearchRow, tagRow } from './exact-rows.ts';

export const ExactShared = z.object({
  tags: z.array(tagRow),
  /** Each before those that are in it. */
  collections: z.array(collectionRow.extend({ parent: Uid.nullable() })),
  savedSearches: z.array(savedSearchRow),
  /** By key; a library takes those that it knows. */
  settings: z.record(z.string().max(100), z.unknown()),
  /** Addresses that were still to be clipped. */
  jobs: z.array(jobRow),
});
export type ExactShared = z.infer<typeof ExactShared>;

/** What a library keeps for itself and is the reader's all the same. */
export const CARRIED_KEYS = ['reading_pace'] as const;

/** A permission that was given on one machine, for its own network, or whether anything may go out at all: no file may bring it. */
export const isOfThisMachine = (key: string): boolean =>
  key === 'allowedHosts' || key === 'network';
