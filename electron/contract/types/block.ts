// Blocks of a page: what of its visible text an article holds, what was left out, and what its reader says of either.
import { z } from 'zod';
import { SafeHtml } from './html.ts';

/** Where a block is found again, in another reading of the page and in another version of it: by its words and those beside it. */
export const BlockAddress = z.string().regex(/^[0-9a-f]{16}\.\d{1,5}\.[0-9a-f]{16}\.[0-9a-f]{16}$/);
export type BlockAddress = z.infer<typeof BlockAddress>;

export const BlockAction = z.enum(['restore', 'remove']);
export type BlockAction = z.infer<typeof BlockAction>;

/** What a reader wants of a block, whatever the page reader says. */
export const BlockEdit = z.object({ action: BlockAction, address: BlockAddress });
export type BlockEdit = z.infer<typeof BlockEdit>;

/** What became of an edit when a page was read. */
export const EditOutcome = z.object({
  /** Number of the block; -1 where the page has no such block. */
  block: z.int(),
  /** Whether the page reader does by itself as the edit wants it. */
  isNeedless: z.boolean(),
  /** How the block begins; empty where there is none. */
  words: z.string(),
});
export type EditOutcome = z.infer<typeof EditOutcome>;

/** `restored` and `removed` are the doing of the article's reader. */
export const BlockState = z.enum(['kept', 'left-out', 'restored', 'removed']);
export type BlockState = z.infer<typeof BlockState>;

/** A passage that is restored or removed as one: a paragraph, a heading, a short list, a table. */
export const PageBlock = z.object({
  /** Value of `data-lectern-block` in the markup. */
  number: z.int(),
  addresses: z.array(BlockAddress).min(1),
  state: BlockState,
  /** About how many. */
  words: z.int(),
  /** How it begins. */
  text: z.string(),
});
export type PageBlock = z.infer<typeof PageBlock>;

/** All visible text of an article's page in its order, with what the article holds of it. */
export const PageContents = z.object({
  title: z.string(),
  lang: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']).nullable(),
  /** As reader content, and each block in it marked with its number. */
  html: SafeHtml,
  blocks: z.array(PageBlock),
  /** How much of the visible text the article holds, 0..1, counted in words. */
  share: z.number().min(0).max(1),
  /** The reader's edits whose blocks are not on this version of the page: they wait for one that has them. */
  dormant: z.array(z.object({ action: BlockAction, words: z.string() })),
});
export type PageContents = z.infer<typeof PageContents>;
