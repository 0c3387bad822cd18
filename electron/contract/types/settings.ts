// What the reader can choose. Every value has a default, so that an older library opens with a newer app.
import { z } from 'zod';

export const themes = ['system', 'light', 'sepia', 'dark'] as const;

export const Settings = z.object({
  theme: z.enum(themes).default('system'),
  /** Reading type, in CSS pixels. */
  fontSize: z.int().min(14).max(28).default(19),
  /** Width of the text, in characters of the reading type. */
  measure: z.int().min(45).max(90).default(66),
  lineHeight: z.number().min(1.4).max(1.9).default(1.6),
  face: z.enum(['serif', 'sans']).default('serif'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  /** `host` or `host:port` that may be clipped from although it is private or this very machine. */
  allowedHosts: z.array(z.string().min(1).max(300)).max(100).default([]),
});
export type Settings = z.infer<typeof Settings>;

/** Any part of the settings; what is not named stays. No defaults here: they would reset what is not named. */
export const SettingsChange = z.object({
  theme: z.enum(themes).optional(),
  fontSize: z.int().min(14).max(28).optional(),
  measure: z.int().min(45).max(90).optional(),
  lineHeight: z.number().min(1.4).max(1.9).optional(),
  face: z.enum(['serif', 'sans']).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  allowedHosts: z.array(z.string().min(1).max(300)).max(100).optional(),
});
