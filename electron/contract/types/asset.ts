// Files of the asset store: their names say what they are, so that whoever serves one needs no look-up.
import { z } from 'zod';

/** Media types that may be stored as pictures, and the ending each gets. SVG is stored but never shown inline. */
export const imageEndings = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
  'image/bmp': 'bmp',
  'image/x-icon': 'ico',
} as const;
export type ImageMediaType = keyof typeof imageEndings;

/** SHA-256 of the content in lower-case hex, and an ending: `…64 digits….png`; `.bin` for original bytes of snapshots. */
export const AssetName = z
  .string()
  .regex(/^[0-9a-f]{64}\.(png|jpg|gif|webp|avif|svg|bmp|ico|bin)$/)
  .brand<'AssetName'>();
export type AssetName = z.infer<typeof AssetName>;

/** The media type to serve an asset as; originals are never anything but a download. */
export function mediaTypeOf(name: AssetName): string {
  const ending = name.slice(65);
  for (const [type, itsEnding] of Object.entries(imageEndings)) {
    if (itsEnding === ending) return type;
  }
  return 'application/octet-stream';
}
