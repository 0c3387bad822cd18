// MHTML (RFC 2557): a page and its files as the parts of one message, as Chromium, Internet Explorer and Word write it.
import { LibraryError } from '#contract/errors.ts';
import { webUrl } from '../addresses.ts';
import { decodeBody, type MimePart, mediaTypeOf, parameterOf, readPart } from './mime-part.ts';
import { brokenOff, MAX_SAVED_FILES, type SavedArchive, type SavedFile } from './saved-archive.ts';

/** Parts in parts: one level in real archives, where a page has another form beside it. */
const MAX_DEPTH = 4;

/**
 * One that breaks off is read as far as it goes.
 * @param name what to call it in a sentence
 * @throws LibraryError unsupported_type where there is no page in it
 */
export function readMhtml(bytes: Uint8Array, name: string): SavedArchive {
  const message = readPart(bytes);
  const parts: MimePart[] = [];
  const isWhole = collect(message, 0, parts);
  const files = parts.map((part) => ({ part, file: toFile(part) }));
  const start = withoutBrackets(parameterOf(message, 'start'));
  const isPage = ({ file }: (typeof files)[number]) =>
    /^(?:text\/html|application\/xhtml\+xml)$/.test(file.mediaType) && file.bytes.length > 0;
  const page =
    files.find((one) => isPage(one) && start !== null && one.file.contentId === start) ??
    files.find(isPage);
  if (!page) {
    throw new LibraryError(
      'unsupported_type',
      isWhole
        ? `${name} is a web archive (MHTML) without a page in it.`
        : `${name} is a web archive (MHTML) that breaks off before its page begins.`,
    );
  }
  const date = Date.parse(message.headers.get('date') ?? '');
  return {
    page: page.file,
    files: files.map(({ file }) => file),
    url:
      webUrl(message.headers.get('snapshot-content-location') ?? null) ??
      webUrl(page.file.location) ??
      webUrl(message.headers.get('content-location') ?? null),
    savedAt: Number.isNaN(date) ? null : date,
    warning: isWhole ? null : brokenOff(name),
  };
}

/** @returns whether each list of parts ends as it should */
function collect(part: MimePart, depth: number, into: MimePart[]): boolean {
  const boundary = parameterOf(part, 'boundary');
  if (!mediaTypeOf(part).startsWith('multipart/') || boundary === null || depth >= MAX_DEPTH) {
    if (into.length < MAX_SAVED_FILES) into.push(part);
    return !mediaTypeOf(part).startsWith('multipart/');
  }
  const { bodies, isClosed } = split(part.body, boundary);
  let isWhole = isClosed;
  for (const body of bodies) isWhole = collect(readPart(body), depth + 1, into) && isWhole;
  return isWhole;
}

const LF = 0x0a;
const CR = 0x0d;

/** What stands between lines that begin with `--boundary`, up to the one that ends with `--`. */
function split(body: Uint8Array, boundary: string) {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const bodies: Uint8Array[] = [];
  let start = -1;
  for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, at + mark.length)) {
    if (at > 0 && buffer[at - 1] !== LF) continue;
    const after = buffer.toString('latin1', at + mark.length, at + mark.length + 2);
    const isEnd = after === '--';
    // `--boundary2` is the mark of another.
    if (!isEnd && after !== '' && !/^[\s]/.test(after)) continue;
    if (start >= 0) bodies.push(buffer.subarray(start, endOfLineBefore(buffer, at)));
    if (isEnd) return { bodies, isClosed: true };
    const lineEnd = buffer.indexOf(LF, at);
    start = lineEnd < 0 ? buffer.length : lineEnd + 1;
    if (bodies.length >= MAX_SAVED_FILES) return { bodies, isClosed: true };
  }
  if (start >= 0 && start < buffer.length) bodies.push(buffer.subarray(start));
  return { bodies, isClosed: false };
}

/** The line end before a mark belongs to the mark. */
function endOfLineBefore(buffer: Buffer, at: number): number {
  const end = at > 0 && buffer[at - 1] === LF ? at - 1 : at;
  return end > 0 && buffer[end - 1] === CR ? end - 1 : end;
}

function toFile(part: MimePart): SavedFile {
  return {
    // Decoded when it is asked for: a page uses few of the files that were saved with it.
    get bytes() {
      return decodeBody(part);
    },
    mediaType: mediaTypeOf(part),
    charset: parameterOf(part, 'charset'),
    location: part.headers.get('content-location')?.replace(/\s+/g, '') || null,
    contentId: withoutBrackets(part.headers.get('content-id') ?? null),
  };
}

const withoutBrackets = (id: string | null): string | null =>
  id?.trim().replace(/^<|>$/g, '') || null;
