// Tags: flat labels, unique ignoring case.
import { z } from 'zod';
import { Uid } from './ids.ts';

/** Trimmed, inner white space joined, no control characters, 1 to 100 characters. */
export const TagName = z
  .string()
  .transform((name) =>
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1, 'A tag needs a name.').max(100, 'A tag has at most 100 characters.'))
  .brand<'TagName'>();
export type TagName = z.infer<typeof TagName>;

export const TagUid = Uid.brand<'TagUid'>();
export type TagUid = z.infer<typeof TagUid>;

export const TagColour = z.enum(['yellow', 'green', 'blue', 'pink', 'purple']);
export type TagColour = z.infer<typeof TagColour>;

export const Tag = z.object({
  uid: TagUid,
  name: TagName,
  colour: TagColour.nullable(),
  /** Without those in the trash. */
  articleCount: z.int(),
});
export type Tag = z.infer<typeof Tag>;

/** A tag, and how many of certain articles carry it. */
export const TagAmong = z.object({ name: TagName, count: z.int() });
export type TagAmong = z.infer<typeof TagAmong>;

/** A tag that an article does not have, and why it might. */
export const SuggestedTag = z.object({
  name: TagName,
  /** How many of the articles that are most like it have the tag. */
  similar: z.int(),
});
export type SuggestedTag = z.infer<typeof SuggestedTag>;
