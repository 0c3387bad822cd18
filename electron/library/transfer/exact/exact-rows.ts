// The rows that a full export holds, column by column: what is written out and what is taken in again. Numbers inside SQL are
// no part of them, nor are digests. Whoever takes them in trusts nothing: an export may have been written by anybody.
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { SnapshotKind } from '#contract/page.ts';
import { readingStatuses } from '#contract/types/article.ts';
import { AssetName } from '#contract/types/asset.ts';
import { BlockAction, BlockAddress } from '#contract/types/block.ts';
import { CollectionName } from '#contract/types/collection.ts';
import { HighlightColour } from '#contract/types/highlight.ts';
import { Uid } from '#contract/types/ids.ts';
import { TagColour, TagName } from '#contract/types/tag.ts';

const line = z.string().max(100_000);
const text = z.string().max(20_000_000);
const time = z.int();
const direction = z.enum(['ltr', 'rtl']).nullable();
const errorCode = z.enum(errorCodes);
/** Of a page: followed by a click, and nothing else. */
const address = z
  .string()
  .max(100_000)
  .regex(/^https?:\/\//i);
/** What a name turns into on the way in must be itself. */
const same = <S extends z.ZodType<string>>(schema: S) =>
  z.string().refine((given) => schema.safeParse(given).data === given, 'is no name');

export const articleRow = z.object({
  uid: Uid,
  source_url: address.nullable(),
  canonical_url: address.nullable(),
  title: line,
  author: line.nullable(),
  site_name: line.nullable(),
  published_at: line.nullable(),
  lang: line.nullable(),
  dir: direction,
  excerpt: line,
  word_count: z.int().min(0),
  lead_image: z.int().min(0).nullable(),
  warning_code: errorCode.nullable(),
  warning_message: line.nullable(),
  reading_status: z.enum(readingStatuses),
  progress: z.number().min(0).max(1),
  progress_anchor: line,
  saved_at: time,
  opened_at: time.nullable(),
  finished_at: time.nullable(),
  updated_at: time,
  starred_at: time.nullable(),
  archived_at: time.nullable(),
  trashed_at: time.nullable(),
  type_settings: line.nullable(),
  url_key: line.nullable(),
  site: line.nullable(),
});

export const assetRow = z.object({
  name: AssetName,
  byte_size: z.int().min(0),
  width: z.int().nullable(),
  height: z.int().nullable(),
  created_at: time,
});

export const snapshotRow = z.object({
  uid: Uid,
  asset_name: AssetName,
  kind: SnapshotKind,
  file_name: line.nullable(),
  url: line.nullable(),
  charset: line,
  captured_at: time,
});

export const partRow = z.object({
  number: z.int().min(2),
  asset_name: AssetName,
  url: line,
  charset: line.nullable(),
});

export const sheetRow = z.object({ path: line, asset_name: AssetName });

export const imageRow = z.object({
  position: z.int().min(0),
  url: line.nullable(),
  asset_name: AssetName.nullable(),
  error_code: errorCode.nullable(),
});

export const keptRow = z.object({
  extractor_version: z.int(),
  excerpt: line,
  word_count: z.int().min(0),
  lang: line.nullable(),
  dir: direction,
  lead_image: z.int().min(0).nullable(),
  warning_code: errorCode.nullable(),
  warning_message: line.nullable(),
  links: text,
});

export const linkRow = z.object({ url_key: line, url: address, text: line });

export const missingRow = z.object({
  url: line,
  host: line,
  candidates: text,
  state: z.enum(['waiting', 'failed']),
  tries: z.int().min(0),
  due_at: time,
  error_code: errorCode,
  error_message: line,
});

export const highlightRow = z.object({
  uid: Uid,
  colour: HighlightColour,
  quote: text,
  prefix: line,
  suffix: line,
  start_offset: z.int().min(0).nullable(),
  end_offset: z.int().min(0).nullable(),
  note: text,
  created_at: time,
  updated_at: time,
});

export const noteRow = z.object({
  uid: Uid,
  markdown: text,
  created_at: time,
  updated_at: time,
});

export const editRow = z.object({
  uid: Uid,
  action: BlockAction,
  address: BlockAddress,
  words: line,
  created_at: time,
});

export const tagRow = z.object({
  uid: Uid,
  name: same(TagName),
  colour: TagColour.nullable(),
  created_at: time,
});

export const collectionRow = z.object({
  uid: Uid,
  name: same(CollectionName),
  position: z.int(),
  created_at: time,
});

export const savedSearchRow = z.object({
  uid: Uid,
  name: line,
  query: line,
  position: z.int(),
  created_at: time,
});

export const jobRow = z.object({
  uid: Uid,
  url: address,
  url_key: line,
  host: line,
  tags: line,
  state: z.enum(['waiting', 'failed']),
  tries: z.int().min(0),
  due_at: time,
  added_at: time,
  error_code: errorCode.nullable(),
  error_message: line.nullable(),
});
