// Turns what was handed in into something to clip: a file, a path of this machine, pasted text, an address.
import { basename, isAbsolute } from 'node:path';
import type { z } from 'zod';
import { LibraryError } from '#contract/errors.ts';
import type { ClipCapture, ClipFile, ClipPasted, ClipPath, ClipUrl } from '#contract/types/clip.ts';
import { HttpUrl } from '#contract/types/ids.ts';
import type { Fetcher } from '../ports.ts';
import { isOfLibrary } from '../storage/library-files.ts';
import { baseName, type ClipSource } from './clip-source.ts';
import { companionsBeside, companionsOf, noCompanions } from './companions.ts';
import { pictureKey } from './gather-images.ts';
import { MAX_FILE_BYTES, MAX_PAGE_FETCH_BYTES } from './limits.ts';
import { readFileWithin } from './read-file.ts';

/** @throws LibraryError nothing_to_read, too_large */
export function sourceFromFile(file: z.output<typeof ClipFile>): ClipSource {
  const fileName = baseName(file.name) || null;
  refuseSize(file.bytes, fileName ?? 'The file');
  return {
    bytes: file.bytes,
    kind: 'auto',
    charset: null,
    url: file.url ?? null,
    fileName,
    openCompanion: companionsOf(file.companions),
    tags: file.tags,
    allowHosts: file.allowHosts,
    anyway: file.anyway,
  };
}

/** @throws LibraryError invalid_input (a folder, no path), not_found, not_allowed, nothing_to_read, too_large, cancelled */
export async function sourceFromPath(
  input: z.output<typeof ClipPath>,
  libraryDir: string,
  signal: AbortSignal,
): Promise<ClipSource> {
  // The library's process was started elsewhere than the caller: a relative path would name another file.
  if (!isAbsolute(input.path)) {
    throw new LibraryError('invalid_input', `“${input.path.slice(0, 200)}” is not a whole path.`);
  }
  if (isOfLibrary(input.path, libraryDir)) {
    throw new LibraryError('not_allowed', 'This is a file of the library itself.');
  }
  return {
    bytes: await readFileWithin(input.path, MAX_FILE_BYTES, signal),
    kind: 'auto',
    charset: null,
    url: input.url ?? null,
    fileName: basename(input.path),
    openCompanion: companionsBeside(input.path),
    tags: input.tags,
    allowHosts: input.allowHosts,
    anyway: input.anyway,
  };
}

/** @throws LibraryError nothing_to_read, too_large */
export function sourceFromPasted(input: z.output<typeof ClipPasted>): ClipSource {
  const html = input.html?.trim() ? input.html : null;
  const bytes = Buffer.from(html ?? input.text ?? '', 'utf8');
  if (!html && !input.text?.trim()) {
    throw new LibraryError('nothing_to_read', 'What was pasted is empty.');
  }
  refuseSize(bytes, 'What was pasted');
  return {
    bytes,
    kind: html ? 'html' : 'text',
    charset: 'utf-8',
    url: input.url ?? null,
    fileName: null,
    openCompanion: noCompanions,
    tags: input.tags,
    allowHosts: input.allowHosts,
    anyway: input.anyway,
    isPasted: true,
  };
}

/** @throws LibraryError nothing_to_read, too_large */
export function sourceFromCapture(
  input: z.output<typeof ClipCapture>,
  allowHosts: readonly string[],
): ClipSource {
  const { bytes, kind, isPart } = input;
  const url = withoutFragment(input.url);
  if (bytes.byteLength === 0) {
    throw new LibraryError('nothing_to_read', `There is nothing on the page of “${hostOf(url)}”.`);
  }
  refuseSize(bytes, hostOf(url));
  const pictures = new Map(
    input.pictures.flatMap((one) =>
      URL.canParse(one.url) ? [[pictureKey(one.url), one.bytes] as const] : [],
    ),
  );
  return {
    bytes,
    kind: kind === 'html' ? 'html' : 'auto',
    charset: kind === 'html' ? 'utf-8' : null,
    url,
    fileName: null,
    openCompanion: noCompanions,
    tags: input.tags,
    allowHosts,
    anyway: input.anyway,
    shown: { pictures, isPart },
    ...(isPart && { isWhole: true }),
  };
}

/** The address, when what was pasted is nothing else. */
export function addressPasted(input: z.output<typeof ClipPasted>): HttpUrl | null {
  const text = input.text?.trim() ?? '';
  return /\s/.test(text) ? null : (HttpUrl.safeParse(text).data ?? null);
}

/** @throws LibraryError nothing_to_read, and whatever the fetcher throws */
export async function sourceFromUrl(
  input: z.output<typeof ClipUrl>,
  fetcher: Fetcher,
  signal: AbortSignal,
): Promise<ClipSource> {
  const { url, allowHosts } = input;
  const fetched = await fetcher.fetch(
    { url, reason: 'clip', accept: 'page', maxBytes: MAX_PAGE_FETCH_BYTES, allowHosts },
    signal,
  );
  if (fetched.bytes.byteLength === 0) {
    const { host } = new URL(fetched.url);
    throw new LibraryError('nothing_to_read', `“${host}” answered with an empty page.`);
  }
  return {
    bytes: fetched.bytes,
    kind: kindOf(fetched.mediaType),
    charset: fetched.charset,
    // Where it was found in the end, with the place within the page that a person may have asked for left out.
    url: withoutFragment(fetched.url),
    fileName: null,
    openCompanion: noCompanions,
    tags: input.tags,
    allowHosts,
    anyway: input.anyway,
    asked: url,
  };
}

function kindOf(mediaType: string | null): ClipSource['kind'] {
  if (mediaType === null) return 'auto';
  if (/^application\/(?:x-)?pdf$/.test(mediaType)) return 'pdf';
  return mediaType === 'text/plain' ? 'text' : 'html';
}

function withoutFragment(url: string): string {
  const parsed = new URL(url);
  if (!parsed.hash.startsWith('#!')) parsed.hash = '';
  return parsed.href;
}

const hostOf = (url: string): string => new URL(url).host;

function refuseSize(bytes: Uint8Array, name: string): void {
  if (bytes.byteLength <= MAX_FILE_BYTES) return;
  const inMb = (size: number) => Math.ceil(size / (1024 * 1024));
  throw new LibraryError(
    'too_large',
    `“${name}” is too large: ${inMb(bytes.byteLength)} MB. The limit is ${inMb(MAX_FILE_BYTES)} MB.`,
    { bytes: bytes.byteLength, limit: MAX_FILE_BYTES },
  );
}
