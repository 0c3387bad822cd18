// One article of a full export: a line of `articles.jsonl`, with everything that belongs to it.
import { z } from 'zod';
import { AssetName } from '#contract/types/asset.ts';
import { Uid } from '#contract/types/ids.ts';
import {
  articleRow,
  assetRow,
  editRow,
  highlightRow,
  imageRow,
  keptRow,
  linkRow,
  missingRow,
  noteRow,
  partRow,
  sheetRow,
  snapshotRow,
} from './exact-rows.ts';

/** As it is stored; whoever takes it in has it sanitised once more. Pictures stand in it as `asset:N`. */
const content = z.object({ html: z.string(), text: z.string() });
/** Which of its reader's edits went into a content: a key, empty for none. */
const edits = z.string().max(200);

export const ExactArticle = z.object({
  article: articleRow,
  /** Of everything that is named below; the files lie below `assets/`. */
  assets: z.array(assetRow),
  content: content
    .extend({ snapshot: Uid, extractor_version: z.int(), edits, images: z.array(imageRow) })
    .nullable(),
  /** It is known by its address or its title alone: that there is no content is no damage. */
  awaits: z.boolean(),
  links: z.array(linkRow),
  missing: z.array(missingRow),
  snapshots: z.array(
    snapshotRow.extend({
      parts: z.array(partRow),
      sheets: z.array(sheetRow),
      /** What its site sent before scripts ran. */
      sent: AssetName.nullable(),
      /** Another program had extracted it already. */
      whole: z.boolean(),
      /** Contents that were made of it, and are not shown. */
      kept: z.array(keptRow.extend({ ...content.shape, edits, images: z.array(imageRow) })),
    }),
  ),
  note: noteRow.nullable(),
  highlights: z.array(highlightRow),
  edits: z.array(editRow),
  tags: z.array(Uid),
  collections: z.array(z.object({ uid: Uid, position: z.int() })),
  /** Articles with an earlier uid that it was told apart from. */
  apart: z.array(z.object({ uid: Uid, at: z.int() })),
});
export type ExactArticle = z.infer<typeof ExactArticle>;
