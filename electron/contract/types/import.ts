// Importing: what can be read, what an import would do, and what became of it.
import { z } from 'zod';
import { ArticleUid, Uid } from './ids.ts';
import { Problem } from './problem.ts';

/** Ways in which other programs, and Lectern itself, write down articles. */
export const formatIds = [
  'lectern',
  'pocket-csv',
  'pocket-html',
  'instapaper-csv',
  'omnivore',
  'omnivore-csv',
  'raindrop-csv',
  'readwise-reader-csv',
  'readwise-highlights-csv',
  'matter-csv',
  'wallabag-json',
  'wallabag-csv',
  'readeck-csv',
  'mymind-csv',
  'karakeep-json',
  'linkwarden-json',
  'pinboard-json',
  'goodlinks-json',
  'evernote-enex',
  'netscape-html',
  'markdown',
  'saved-pages',
  'url-csv',
  'url-list',
] as const;
export const FormatId = z.enum(formatIds);
export type FormatId = z.infer<typeof FormatId>;

export const ImportUid = Uid.brand<'ImportUid'>();
export type ImportUid = z.infer<typeof ImportUid>;

/**
 * A file, a folder or a zip of this machine, or what `imports.keep` was given: bytes of a window that knows no paths. Those are kept until
 * their import has ended.
 */
export const ImportSource = z.union([
  z.object({ path: z.string().min(1).max(32_767) }),
  z.object({ kept: Uid }),
]);
export type ImportSource = z.infer<typeof ImportSource>;

/** Articles of a source by what is to be done with them. */
export const ImportCounts = z.object({
  /** All that can be imported. */
  items: z.int(),
  /** Of those: here already, or once more in the same source. */
  known: z.int(),
  /** The source holds their text. */
  withText: z.int(),
  /** Their text is neither in the source nor here: it would have to be fetched. */
  toFetch: z.int(),
  /** Cannot be read. */
  unreadable: z.int(),
  /** Left out on purpose. */
  ignored: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** What an import would do; making it writes nothing. */
export const ImportPlan = z.object({
  source: ImportSource,
  /** Of the file or folder. */
  name: z.string(),
  bytes: z.int(),
  /** The formats that fit, the best first. */
  candidates: z.array(FormatId),
  /** None of the others fits as well as the best: otherwise a person says which it is. */
  isClear: z.boolean(),
  /** The one that was looked through. */
  format: FormatId,
  counts: ImportCounts,
  /** Whether there is anything to import: articles, or a full export that has none. */
  canImport: z.boolean(),
  /** How many the articles that are here already would get. */
  merges: z.object({
    articles: z.int(),
    tags: z.int(),
    collections: z.int(),
    highlights: z.int(),
    notes: z.int(),
    texts: z.int(),
  }),
  ignored: z.array(z.object({ reason: z.string(), count: z.int() })),
  /** The first hundred. */
  unreadable: z.array(z.object({ place: z.string(), problem: Problem })),
  /** The first ten. */
  samples: z.array(
    z.object({
      title: z.string(),
      url: z.string().nullable(),
      savedAt: z.int().nullable(),
      tags: z.array(z.string()),
      hasText: z.boolean(),
      known: z.boolean(),
    }),
  ),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** `merged`: it is here already and was given what it lacked; `skipped`: left out on purpose, or nothing was lacking. */
export const rowOutcomes = ['imported', 'merged', 'skipped', 'failed'] as const;
export const RowOutcome = z.enum(rowOutcomes);
export type RowOutcome = z.infer<typeof RowOutcome>;

export const ImportRun = z.object({
  uid: ImportUid,
  /** Of the file or folder that it read. */
  name: z.string(),
  format: FormatId,
  /** `stopped` by hand, by closing the library, or by something that may pass: it can go on where it stopped. */
  state: z.enum(['running', 'stopped', 'done', 'failed']),
  /** Whether pages without text are fetched. */
  fetch: z.boolean(),
  startedAt: z.int(),
  endedAt: z.int().nullable(),
  /** Rows dealt with, of so many. */
  done: z.int(),
  total: z.int(),
  counts: z.record(RowOutcome, z.int()),
  /** Why it stopped or failed; null where it did not, or was told to. */
  problem: Problem.nullable(),
  canResume: z.boolean(),
  canUndo: z.boolean(),
  undone: z.boolean(),
});
export type ImportRun = z.infer<typeof ImportRun>;

/** What became of one entry of a source. */
export const ImportRow = z.object({
  /** Where it stands, for a person: `part_000001.csv, row 17`. */
  place: z.string(),
  outcome: RowOutcome,
  /** Null also where it was deleted for good since. */
  article: ArticleUid.nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  problem: Problem.nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** Of those that can come from an import, what stands in the row of the article itself. */
export const rowFields = [
  'title',
  'author',
  'siteName',
  'publishedAt',
  'savedAt',
  'status',
  'starred',
  'archived',
] as const;

/** What of an article can come from an import. */
export const originFields = [
  ...rowFields,
  'tags',
  'collections',
  'note',
  'highlights',
  'text',
] as const;
export const OriginField = z.enum(originFields);
export type OriginField = z.infer<typeof OriginField>;

/** Where something of an article came from. */
export const FieldOrigin = z.object({
  field: OriginField,
  /** Of the source. */
  name: z.string(),
  format: FormatId,
  at: z.int(),
});
export type FieldOrigin = z.infer<typeof FieldOrigin>;
