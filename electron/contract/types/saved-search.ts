// Queries that the reader keeps, under names of their own.
import { z } from 'zod';
import { Uid } from './ids.ts';

export const SavedSearchUid = Uid.brand<'SavedSearchUid'>();
export type SavedSearchUid = z.infer<typeof SavedSearchUid>;

/** Longer ones are pasted texts, not questions that one asks again. */
export const MAX_SAVED_QUERY_LENGTH = 1000;

/** On one line, 1 to 100 characters. */
export const SavedSearchName = z
  .string()
  .transform((name) =>
    name
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim()
      .toWellFormed(),
  )
  .pipe(z.string().min(1, 'needs a name').max(100, 'has at most 100 characters'));

export const SavedQuery = z
  .string()
  .transform((query) => query.trim().toWellFormed())
  .pipe(
    z
      .string()
      .min(1, 'says nothing to search for')
      .max(MAX_SAVED_QUERY_LENGTH, `has at most ${MAX_SAVED_QUERY_LENGTH} characters`),
  );

export const SavedSearch = z.object({
  uid: SavedSearchUid,
  name: z.string(),
  /** As it was typed. */
  query: z.string(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

/** How many articles it finds; a lower bound where `isExact` is false. */
export const SavedSearchCount = z.object({
  uid: SavedSearchUid,
  count: z.int(),
  isExact: z.boolean(),
});
export type SavedSearchCount = z.infer<typeof SavedSearchCount>;
