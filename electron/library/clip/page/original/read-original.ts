// A page as it was saved: its own markup and style, with the pictures that are stored, made inert. Runs in the parse process,
// like all that takes foreign HTML apart.
import { serialize } from 'parse5';
import { LibraryError } from '#contract/errors.ts';
import type { OriginalInput, OriginalPage } from '#contract/page.ts';
import { readMhtml } from '../archive/read-mhtml.ts';
import { readSelfExtracting } from '../archive/read-self-extracting.ts';
import { readWebarchive } from '../archive/read-webarchive.ts';
import {
  fileFinder,
  type SavedArchive,
  type SavedFile,
  savedFinder,
} from '../archive/saved-archive.ts';
import { buildTree } from '../build-tree.ts';
import { decode } from '../decode.ts';
import { called, detectKind } from '../detect-kind.ts';
import { guard } from '../guard.ts';
import { readMetadata } from '../metadata/read-metadata.ts';
import { savedBy } from '../saved-by.ts';
import { sheetPath } from '../sheets.ts';
import { styleFileType } from '../style-file-type.ts';
import { eachElement, element, text } from '../tree.ts';
import { makeInert } from './make-inert.ts';
import { storedOf } from './stored.ts';

/** Scripts are not shown, whatever they say of the page. */
const UNREAD: ReadonlySet<string> = new Set(['script']);

/**
 * Pure and synchronous, as `readPage`.
 * @throws LibraryError unsupported_type (a PDF, no page in an archive), too_large, nothing_to_read
 */
export function readOriginal(input: OriginalInput): OriginalPage {
  const kind = detectKind(input);
  if (kind === 'pdf') throw new LibraryError('unsupported_type', 'A PDF is shown by its pages.');
  if (kind === 'mhtml') return ofArchive(readMhtml(input.bytes, called(input.name)), input);
  if (kind === 'packed')
    return ofArchive(readSelfExtracting(input.bytes, called(input.name)), input);
  if (kind === 'webarchive')
    return ofArchive(readWebarchive(input.bytes, called(input.name)), input);
  const source = decode(input.bytes, kind === 'html' ? 'html' : 'text', input.charset).text;
  return kind === 'html' ? ofHtml(source, input, null) : ofText(source);
}

const ofArchive = (archive: SavedArchive, input: OriginalInput): OriginalPage =>
  ofHtml(decode(archive.page.bytes, 'html', archive.page.charset).text, input, archive);

function ofHtml(source: string, input: OriginalInput, archive: SavedArchive | null): OriginalPage {
  const { html, lifted } = guard(source, UNREAD);
  const document = buildTree(html);
  const from = input.url ?? archive?.url ?? savedBy(document).url;
  // Addresses are read as they were when the page was clipped: by them its pictures are found.
  const { baseUrl, sourceUrl } = readMetadata(document, from);
  const stored = storedOf(input, lifted, archive ? fileFinder(archive) : sheetFinder(input));
  const images = {
    baseUrl,
    lifted,
    saved: archive === null && input.name !== null,
    ...(archive && { find: savedFinder(archive) }),
  };
  makeInert(document, { stored, images, pageUrl: sourceUrl });
  eachElement(document, (any) => {
    if (any.tagName !== 'head') return any.tagName === 'html';
    const charset = element('meta', { charset: 'utf-8' });
    charset.parentNode = any;
    any.childNodes.unshift(charset);
    return false;
  });
  return stored.piecesOf(serialize(document));
}

/** Of a page that was saved with its files beside it: what its style is made of. */
function sheetFinder({ sheets }: OriginalInput): (address: string) => SavedFile | null {
  const byPath = new Map(sheets.map(({ path, bytes }) => [path, bytes]));
  return (address) => {
    const path = sheetPath(address) ?? '';
    const bytes = byPath.get(path);
    if (!bytes) return null;
    const mediaType = styleFileType(bytes) ?? 'text/css';
    return { bytes, mediaType, charset: null, location: path, contentId: null };
  };
}

/** Plainly: one sign after the other. */
function ofText(source: string): OriginalPage {
  const words = element('pre', { style: 'white-space: pre-wrap' }, [text(source)]);
  const page = serialize(element('body', {}, [words]));
  return {
    pieces: [`<!doctype html><html><head><meta charset="utf-8"></head><body>${page}</body></html>`],
    pictures: [],
  };
}
