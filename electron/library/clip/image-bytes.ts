// Says what a picture really is: its type by its first bytes, its size by its header, never by what a site claims.
import { imageSize } from 'image-size';
import { LibraryError } from '#contract/errors.ts';
import type { ImageMediaType } from '#contract/types/asset.ts';
import { MAX_IMAGE_PIXELS } from './limits.ts';

export interface PictureFacts {
  readonly type: ImageMediaType;
  /** Pixels as shown, turned as the camera was held; null for a drawing without a size of its own. */
  readonly width: number | null;
  readonly height: number | null;
}

/**
 * @throws LibraryError unsupported_type (no picture, or of a kind that is not kept), too_large (more pixels than a
 *   window can hold in memory)
 */
export function readPicture(bytes: Uint8Array): PictureFacts {
  const type = imageTypeOf(bytes);
  if (type === null) throw new LibraryError('unsupported_type', 'The picture is none.');
  const size = sizeOf(bytes, type);
  if (size === null) {
    if (type === 'image/svg+xml') return { type, width: null, height: null };
    throw new LibraryError('unsupported_type', 'The picture is damaged.');
  }
  if (type !== 'image/svg+xml' && size.width * size.height > MAX_IMAGE_PIXELS) {
    throw new LibraryError('too_large', 'The picture has too many pixels.', {
      pixels: size.width * size.height,
      limit: MAX_IMAGE_PIXELS,
    });
  }
  return { type, ...size };
}

/** The type by magic bytes, of those that may be stored; null for everything else. */
export function imageTypeOf(bytes: Uint8Array): ImageMediaType | null {
  const start = headOf(bytes);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'image/gif';
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'image/webp';
  if (isAvif(start)) return 'image/avif';
  // “BM” alone begins many a text: the reserved bytes after the size are zero.
  if (start.startsWith('BM') && start.startsWith('\0\0\0\0', 6)) return 'image/bmp';
  if (start.startsWith('\0\0\x01\0') && start.length > 22) return 'image/x-icon';
  return svgRoot(start) === null ? null : 'image/svg+xml';
}

/** By its brand, or by those that it says it is compatible with: some programs call it a picture of the family alone. */
function isAvif(start: string): boolean {
  if (!start.startsWith('ftyp', 4)) return false;
  const length = (start.charCodeAt(2) << 8) | start.charCodeAt(3);
  const brands = start.slice(8, 12) + start.slice(16, Math.min(length, 256));
  return (brands.match(/[\s\S]{4}/g) ?? []).some((brand) => brand === 'avif' || brand === 'avis');
}

/** One character per byte. */
const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');

/** Where the root begins when it is `svg`, after XML declaration, comments and document type; else null. */
function svgRoot(start: string): number | null {
  const prolog =
    /^(?:\xef\xbb\xbf)?(?:\s+|<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE\s+svg[^>[]*(?:\[[^\]]*\]\s*)?>)*/i;
  const at = prolog.exec(start)?.[0].length ?? 0;
  return /^<svg[\s>/]/.test(start.slice(at, at + 5)) ? at : null;
}

/**
 * How much of a file the size reader gets to see, where hostile ones could keep it busy for seconds: it searches
 * drawings for their root again and again, and walks through photographs segment by segment.
 */
const SVG_HEAD_BYTES = 4096;
const JPEG_HEAD_BYTES = 1024 * 1024;

function sizeOf(bytes: Uint8Array, type: ImageMediaType): { width: number; height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(sizePart(bytes, type));
    if (!isLength(width) || !isLength(height)) return null;
    // EXIF 5 to 8: the camera was held upright, and browsers turn the picture.
    return orientation >= 5 && orientation <= 8
      ? { width: height, height: width }
      : { width: Math.round(width), height: Math.round(height) };
  } catch {
    return null; // Whatever its header reader throws means the same: not readable as a picture.
  }
}

function sizePart(bytes: Uint8Array, type: ImageMediaType): Uint8Array {
  if (type === 'image/jpeg') return bytes.subarray(0, JPEG_HEAD_BYTES);
  if (type !== 'image/svg+xml') return bytes;
  const root = svgRoot(headOf(bytes)) ?? 0;
  return bytes.subarray(root, root + SVG_HEAD_BYTES);
}

const isLength = (value: number): boolean => Number.isFinite(value) && value >= 1 && value < 1e6;
