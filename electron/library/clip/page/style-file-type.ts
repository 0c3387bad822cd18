// What a file is that the style of a saved page names.
import { imageTypeOf } from '../image-bytes.ts';

const FACES: readonly (readonly [string, string])[] = [
  ['wOF2', 'font/woff2'],
  ['wOFF', 'font/woff'],
  ['OTTO', 'font/otf'],
  ['\0\x01\0\0', 'font/ttf'],
  ['true', 'font/ttf'],
];

/** The type of a picture or a face, by its first bytes; null for anything else, a style sheet among it. */
export function styleFileType(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  const [, face = null] = FACES.find(([magic]) => start === magic) ?? [];
  return face ?? imageTypeOf(bytes);
}
