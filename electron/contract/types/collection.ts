// Collections: articles put together by hand, in an order made by hand. They nest.
import { z } from 'zod';
import { Uid } from './ids.ts';

export const CollectionUid = Uid.brand<'CollectionUid'>();
export type CollectionUid = z.infer<typeof CollectionUid>;

export const MAX_COLLECTION_NAME = 100;

/** On one line, 1 to 100 characters. */
export const CollectionName = z
  .string()
  .transform((name) =>
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim()
      .toWellFormed(),
  )
  .pipe(
    z
      .string()
      .min(1, 'A collection needs a name.')
      .max(
        MAX_COLLECTION_NAME,
        `The name of a collection has at most ${MAX_COLLECTION_NAME} characters.`,
      ),
  );

export const Collection = z.object({
  uid: CollectionUid,
  name: z.string(),
  /** Null for one that is in no other. */
  parent: CollectionUid.nullable(),
  /** Its own, without those of the collections in it and without those in the trash. */
  articleCount: z.int(),
});
export type Collection = z.infer<typeof Collection>;
