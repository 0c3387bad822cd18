// What goes out of a library: in which form, and what came of it.
import { z } from 'zod';
import { ArticlesOrAll } from './articles-or-all.ts';
import { Uid } from './ids.ts';
import { Problem } from './problem.ts';

/** `full` is everything, and comes back as it was; all others are for other programs. */
export const exportFormats = [
  'full',
  'markdown',
  'html',
  'html-one',
  'epub',
  'bookmarks',
  'csv',
  'json',
] as const;
export const ExportFormat = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Of the one file that each can be. */
export const exportEndings = {
  full: 'zip',
  markdown: 'zip',
  html: 'zip',
  'html-one': 'html',
  epub: 'epub',
  bookmarks: 'html',
  csv: 'csv',
  json: 'json',
} as const satisfies Readonly<Record<ExportFormat, string>>;

/** A file that waits to be fetched by a window that knows no paths. */
export const ExportFile = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}\.(zip|html|epub|csv|json)$/)
  .brand<'ExportFile'>();
export type ExportFile = z.infer<typeof ExportFile>;

export const ExportRun = z.object({
  /** Under which the events `exporting` tell of it, where its caller wants to know them from others. */
  uid: Uid.optional(),
  /** `everything` is the whole library, for a full export with the trash; no other export has that. */
  articles: z.union([z.literal('everything'), ArticlesOrAll]),
  format: ExportFormat,
  /** An absolute path; null for a file in the library's own folder, which a host hands over once. */
  to: z.string().min(1).max(10_000).nullable(),
  /** A file that is there may go, once the new one is whole. A folder never does. */
  replace: z.boolean().default(false),
  /** What the whole is called, where it has a title: a book, or a page with its own search. */
  title: z.string().max(500).optional(),
});
export type ExportRun = z.infer<typeof ExportRun>;

export const Exported = z.object({
  /** Where it lies; null where it waits to be fetched. */
  path: z.string().nullable(),
  file: ExportFile.nullable(),
  articles: z.int(),
  /** On the disk. */
  bytes: z.int(),
  /** What could not be taken along, such as a file that is damaged. */
  problems: z.array(z.object({ name: z.string(), problem: Problem })),
});
export type Exported = z.infer<typeof Exported>;
