// Importing: what can be read.
import { z } from 'zod';

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
  'karakeep-json',
  'linkwarden-json',
  'pinboard-json',
  'goodlinks-json',
  'evernote-enex',
  'netscape-html',
  'markdown',
  'saved-pages',
  'url-list',
] as const;
export const FormatId = z.enum(formatIds);
export type FormatId = z.infer<typeof FormatId>;
