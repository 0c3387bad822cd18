// What the reader can choose. Every value has a default, so that an older library opens with a newer app.
import { z } from 'zod';
import { themes } from './theme.ts';

/** `legible` has letters that are hard to mistake for each other: a face for readers with dyslexia. */
export const faces = ['serif', 'sans', 'legible'] as const;
export const alignments = ['start', 'justify'] as const;

/** How an article is set: as a general choice, and of one article other than the rest. */
export const TypeSettings = z.object({
  theme: z.enum(themes),
  face: z.enum(faces),
  /** Reading type, in CSS pixels. */
  fontSize: z.int().min(14).max(28),
  /** Width of the text, in characters of the reading type. */
  measure: z.int().min(45).max(90),
  lineHeight: z.number().min(1.4).max(1.9),
  /** Steps of white space beside the text, where the window leaves it room: 0 none, 3 wide. */
  margin: z.int().min(0).max(3),
  align: z.enum(alignments),
  hyphenate: z.boolean(),
});
export type TypeSettings = z.infer<typeof TypeSettings>;

/** What of one article is other than the general choice. */
export const ArticleType = TypeSettings.partial();
export type ArticleType = z.infer<typeof ArticleType>;

const choices = {
  ...TypeSettings.shape,
  /** Pictures are less bright in the dark themes. */
  dimImages: z.boolean(),
  density: z.enum(['comfortable', 'compact']),
  /** Of which country dates, times and numbers are written; the words stay. */
  region: z.enum(['system', 'US', 'GB']),
  /** Room for all backups, in times the size of the library. */
  backupBudget: z.int().min(1).max(20),
  /** What has lain in the trash for so long is deleted for good; null: never by itself. */
  emptyTrashAfterDays: z.int().min(1).max(3650).nullable(),
  /** `host` or `host:port` that may be clipped from although it is private or this very machine. */
  allowedHosts: z.array(z.string().min(1).max(300)).max(100),
  /** Off: nothing is fetched, by anybody, for anything. What would have been waits, as without a connection. */
  network: z.boolean(),
} as const;

export const Settings = z.object({
  theme: choices.theme.default('system'),
  face: choices.face.default('serif'),
  fontSize: choices.fontSize.default(19),
  measure: choices.measure.default(66),
  lineHeight: choices.lineHeight.default(1.6),
  margin: choices.margin.default(1),
  align: choices.align.default('start'),
  hyphenate: choices.hyphenate.default(true),
  dimImages: choices.dimImages.default(true),
  density: choices.density.default('comfortable'),
  region: choices.region.default('system'),
  backupBudget: choices.backupBudget.default(2),
  emptyTrashAfterDays: choices.emptyTrashAfterDays.default(null),
  allowedHosts: choices.allowedHosts.default([]),
  network: choices.network.default(true),
});
export type Settings = z.infer<typeof Settings>;

/** Any part of the settings; what is not named stays. No defaults here: they would reset what is not named. */
export const SettingsChange = z.object(choices).partial();
export type SettingsChange = z.infer<typeof SettingsChange>;
