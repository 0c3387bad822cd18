// Step 1: is this a web page, alone or with its files in an archive, a text, or something that Lectern cannot read?
import { LibraryError } from '#contract/errors.ts';
import { isPdf } from '#contract/is-pdf.ts';
import type { PageInput, SnapshotKind } from '#contract/page.ts';
import { isSelfExtracting } from './archive/read-self-extracting.ts';
import { looksLikeUtf16 } from './sniff-utf16.ts';

export type PageKind = 'html' | 'text' | 'markdown' | 'mhtml' | 'webarchive' | 'packed' | 'pdf';

/** First bytes by which files of other kinds give themselves away, with what to call them. */
const SIGNATURES: readonly (readonly [signature: string, what: string])[] = [
  ['\x89PNG\r\n', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF87a', 'a GIF image'],
  ['GIF89a', 'a GIF image'],
  ['II*\0', 'a TIFF image'],
  ['MM\0*', 'a TIFF image'],
  ['8BPS', 'a Photoshop image'],
  ['\0\0\x01\0', 'an icon'],
  ['PK\x03\x04', 'a zip archive (or an office document or e-book, which are zip archives inside)'],
  ['PK\x05\x06', 'an empty zip archive'],
  ['\x1f\x8b', 'a gzip archive'],
  ['BZh', 'a bzip2 archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['\xfd7zXZ\0', 'an xz archive'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['\x28\xb5\x2f\xfd', 'a Zstandard archive'],
  ['SQLite format 3\0', 'a database'],
  ['ID3', 'an audio file'],
  ['OggS', 'an audio or video file'],
  ['fLaC', 'an audio file'],
  ['\x1aE\xdf\xa3', 'a video file'],
  ['\x7fELF', 'a program'],
  ['MZ\x90\0', 'a Windows program'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an older office document'],
  ['{\\rtf', 'an RTF document'],
  ['wOF2', 'a font'],
  ['wOFF', 'a font'],
];

/** Bytes in which a kind is looked for; pages that open with long scripts or comments still show their markup. */
const LOOK_AT = 4096;

/** A message with parts, or a header that says which program saved a page in one. Emails are such messages as well. */
const MESSAGE =
  /^\s*(?:From: <Saved by |(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?(?:Content-Type:\s*multipart\/|MIME-Version:))/i;

/** `bplist00` begins property lists of every kind; what is no web archive is refused when it is read. */
const PROPERTY_LIST =
  /^(?:bplist00|\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE plist[^>]*>\s*)?<plist[\s>][\s\S]*<key>Web(?:MainResource|Subresources|SubframeArchives)<)/;

const MARKUP =
  /<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|section|main|header|nav|div|p|h[1-6]|table|ul|ol|blockquote|figure|img|a|span|b|i|br|!--)[\s/>!-]/i;

/**
 * @throws LibraryError nothing_to_read for no bytes at all, unsupported_type with what the file looks like
 */
export function detectKind({ bytes, kind, name }: PageInput): PageKind {
  if (bytes.length === 0) {
    throw new LibraryError(
      'nothing_to_read',
      `${called(name)} is empty: there is nothing to read in it.`,
    );
  }
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.length, LOOK_AT),
  ).toString('latin1');
  // Whatever was said of it: sites send PDFs under all kinds of names.
  if (isPdf(bytes)) return 'pdf';
  // Before anything is said of its bytes: among them is a zip.
  if (kind !== 'text' && isPageAtHeart(head) && isSelfExtracting(bytes)) return 'packed';
  const foreign = lookLikeOf(head, bytes);
  if (foreign) {
    throw new LibraryError(
      'unsupported_type',
      `${called(name)} looks like ${foreign}. Lectern reads web pages, PDFs and plain texts.`,
    );
  }
  // Before what the caller says, who may know an archive as the page in it.
  if (kind !== 'text' && MESSAGE.test(head)) return 'mhtml';
  if (kind !== 'text' && PROPERTY_LIST.test(head)) return 'webarchive';
  if (kind === 'html') return 'html';
  if (kind === 'pdf') throw noPdf(name);
  if (name && /\.(?:md|markdown|mdown|mkd)$/i.test(name) && !isPageAtHeart(head)) return 'markdown';
  if (kind !== 'auto') return kind;
  if (name && /\.(?:x?html?|xht)$/i.test(name)) return 'html';
  const text = head.replaceAll('\0', '');
  if (name && /\.(?:txt|text|md|markdown|mdown|mkd|log)$/i.test(name)) {
    return isPageAtHeart(head) ? 'html' : 'text';
  }
  return MARKUP.test(text) ? 'html' : 'text';
}

/** What an article of this kind is kept as: an archive holds a page. */
export function keptAs(kind: PageKind): SnapshotKind {
  if (kind === 'pdf') return 'pdf';
  return kind === 'text' || kind === 'markdown' ? 'text' : 'html';
}

/** A page under a text's name is a page only when it begins like one. */
const isPageAtHeart = (head: string): boolean =>
  /^[\s\xef\xbb\xbf\xfe\xff]*<(?:!doctype\s+html|html)[\s>]/i.test(head.replaceAll('\0', ''));

function lookLikeOf(head: string, bytes: Uint8Array): string | null {
  for (const [signature, what] of SIGNATURES) if (head.startsWith(signature)) return what;
  if (head.startsWith('RIFF'))
    return head.slice(8, 12) === 'WEBP' ? 'a WebP image' : 'an audio or video file';
  if (head.slice(4, 8) === 'ftyp')
    return /^(?:avif|heic|mif1)/.test(head.slice(8, 12)) ? 'an image' : 'a video file';
  if (head.slice(257, 262) === 'ustar') return 'a tar archive';
  if (
    /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(
      head,
    )
  )
    return 'an SVG image';
  // These may hold other files as they are.
  if (MESSAGE.test(head) || PROPERTY_LIST.test(head)) return null;
  return looksBinary(bytes) ? 'a binary file' : null;
}

/** Control characters that no text has, NUL above all; text in UTF-16 is full of NULs, but in a pattern. */
function looksBinary(bytes: Uint8Array): boolean {
  const part = bytes.subarray(0, LOOK_AT);
  if (looksLikeUtf16(part) !== null) return false;
  let controls = 0;
  for (const byte of part) {
    if (byte === 0) controls += 5;
    else if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) controls++;
  }
  return controls > Math.max(2, part.length * 0.02);
}

export const called = (name: string | null): string =>
  name ? `“${name}”` : 'What was handed over';

const noPdf = (name: string | null): LibraryError =>
  new LibraryError('unsupported_type', `${called(name)} was sent as a PDF, but is none.`);
