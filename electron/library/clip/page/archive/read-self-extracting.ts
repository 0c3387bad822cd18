// A page of SingleFile that unpacks itself: markup that shows how to open it, with a zip of the page and its files inside.
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { MAX_FILE_BYTES } from '../../limits.ts';
import { problemOf, unzip } from '../../zip/unzip.ts';
import { zipInside } from '../../zip/zip-inside.ts';
import { MAX_SAVED_FILES, type SavedArchive, type SavedFile } from './saved-archive.ts';

const PAGE = 'index.html';

/** Whether markup has a page packed into it; other zips behind a page are no business of ours. */
export function isSelfExtracting(bytes: Uint8Array): boolean {
  const zip = zipInside(asArrayBuffer(bytes));
  if (!zip) return false;
  let hasPage = false;
  try {
    unzip(zip, ({ name }) => {
      hasPage ||= name === PAGE;
      return false;
    });
  } catch {
    return false; // It only looked like one.
  }
  return hasPage;
}

/**
 * @param name what to call it in a sentence
 * @throws LibraryError too_large; unsupported_type where what it holds cannot be taken out
 */
export function readSelfExtracting(bytes: Uint8Array, name: string): SavedArchive {
  const zip = zipInside(asArrayBuffer(bytes));
  let left = MAX_FILE_BYTES;
  let count = 0;
  let leftOut = 0;
  const files = zip
    ? unzip(zip, (entry) => {
        if (entry.name.endsWith('/')) return false;
        const isWanted =
          ++count <= MAX_SAVED_FILES &&
          entry.originalSize <= left &&
          problemOf(entry.name, entry.size, entry.originalSize) === null;
        if (isWanted) left -= entry.originalSize;
        else leftOut++;
        return isWanted;
      })
    : {};
  const page = files[PAGE];
  if (!page) {
    throw new LibraryError(
      'unsupported_type',
      `${name} should unpack itself, but the page in it cannot be taken out.`,
    );
  }
  const saved = Object.entries(files).map(([path, content]) => toFile(path, content));
  const warning: Problem | null =
    leftOut === 0
      ? null
      : {
          code: 'too_large',
          message: `${name} holds files that are too large or not what they say. The page was kept without them.`,
        };
  return { page: toFile(PAGE, page), files: saved, url: null, savedAt: null, warning };
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
};

function toFile(path: string, bytes: Uint8Array): SavedFile {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const mediaType = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
  return {
    bytes,
    mediaType: mediaType ?? 'application/octet-stream',
    charset: mediaType?.startsWith('text/') ? 'utf-8' : null,
    location: path,
    contentId: null,
  };
}

/** Bytes that came over a wire lie in a buffer of their own. */
const asArrayBuffer = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
