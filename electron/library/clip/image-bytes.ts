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
  const size = sizeOf(bytes);
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
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096));
  const start = head.toString('latin1');
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'image/gif';
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'image/webp';
  if (start.startsWith('ftypavif', 4) || start.startsWith('ftypavis', 4)) return 'image/avif';
  // “BM” alone begins many a text: the reserved bytes after the size are zero.
  if (start.startsWith('BM') && start.startsWith('\0\0\0\0', 6)) return 'image/bmp';
  if (start.startsWith('\0\0\x01\0') && head.length > 22) return 'image/x-icon';
  return isSvg(head.toString('utf8')) ? 'image/svg+xml' : null;
}

/** The root is `svg`, after the prolog: XML declaration, comments, document type. */
function isSvg(start: string): boolean {
  const root = start
    .replace(/^\uFEFF/, '')
    .replace(/^\s*<\?xml[^>]*>/, '')
    .replace(/^(?:\s+|<!--[\s\S]*?-->|<!DOCTYPE\s+svg[^>[]*(?:\[[^\]]*\]\s*)?>)+/i, '');
  return /^<(?:svg:)?svg[\s>/]/.test(root);
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!isLength(width) || !isLength(height)) return null;
    // EXIF 5 to 8: the camera was held upright, and browsers turn the picture.
    return orientation >= 5 && orientation <= 8
      ? { width: height, height: width }
      : { width: Math.round(width), height: Math.round(height) };
  } catch {
    return null; // Whatever its header reader throws means the same: not readable as a picture.
  }
}

const isLength = (value: number): boolean => Number.isFinite(value) && value >= 1 && value < 1e6;
