// Reads a page: bytes in, everything that Lectern wants to know of it out. The pipeline, step by step.
import type { PageInput, ParsedPage } from '#contract/page.ts';
import { packContent } from '../pack-content.ts';
import { readMhtml } from './archive/read-mhtml.ts';
import { readSelfExtracting } from './archive/read-self-extracting.ts';
import { readWebarchive } from './archive/read-webarchive.ts';
import { type SavedArchive, savedFinder } from './archive/saved-archive.ts';
import { decode } from './decode.ts';
import { called, detectKind, type PageKind } from './detect-kind.ts';
import { joinPages } from './join-pages.ts';
import { guessLanguage } from './metadata/guess-language.ts';
import type { PdfSurroundings } from './pdf/read-pdf.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readStored } from './read-stored.ts';
import { readText } from './read-text.ts';

/**
 * Reads whatever can be read, and packs what an article is made of.
 * @throws LibraryError as readPage; not_allowed (a PDF locked with a password), unsupported_type (a damaged one)
 */
export async function readAny(input: PageInput, pdf: PdfSurroundings): Promise<ParsedPage> {
  if (input.stored) return readStored(input);
  const page = await readUnpacked(input, pdf);
  return input.everything ? page : { ...page, packed: packContent(page) };
}

/** Guesses its language where it names none. What takes a PDF apart is large, and loaded when there is one. */
async function readUnpacked(input: PageInput, pdf: PdfSurroundings): Promise<ParsedPage> {
  const kind = detectKind(input);
  if (kind !== 'pdf') {
    const page = readAll(kind, input);
    return page.lang ? page : { ...page, lang: await guessLanguage(page.bodyText) };
  }
  const { readPdf } = await import('./pdf/read-pdf.ts');
  return readPdf(input, pdf);
}

/**
 * All but PDFs, in the language that they name, if any. Pure and synchronous; may take seconds and hundreds of megabytes for a hostile page, which is why it runs
 * in the parse process.
 * @throws LibraryError nothing_to_read (no bytes), unsupported_type (not a page), too_large
 */
export const readPage = (input: PageInput): ParsedPage => readAll(detectKind(input), input);

/** With the pages that follow it. Each is read by itself, so that it reads the same alone and among the others. */
function readAll(kind: PageKind, { further = [], ...input }: PageInput): ParsedPage {
  const first = readAs(kind, input);
  if (further.length === 0) return first;
  const others = further.map((page, at) =>
    readAs('html', { ...input, ...page, kind: 'html', pageNumber: at + 2 }),
  );
  return joinPages([first, ...others], input.everything ?? false);
}

function readAs(kind: PageKind, input: PageInput): ParsedPage {
  if (kind === 'mhtml') return readArchive(readMhtml(input.bytes, called(input.name)), input);
  if (kind === 'packed')
    return readArchive(readSelfExtracting(input.bytes, called(input.name)), input);
  if (kind === 'webarchive')
    return readArchive(readWebarchive(input.bytes, called(input.name)), input);
  const { text, charset } = decode(input.bytes, kind === 'html' ? 'html' : 'text', input.charset);
  if (kind === 'html') return readHtml(text, charset, input);
  return kind === 'markdown' ? readMarkdown(text, charset, input) : readText(text, charset, input);
}

/** The page of an archive, with its files in place of the network. */
function readArchive(archive: SavedArchive, input: PageInput): ParsedPage {
  const { page, url, savedAt, warning } = archive;
  const { text, charset } = decode(page.bytes, 'html', page.charset);
  return readHtml(text, charset, input, { url, savedAt, warning, find: savedFinder(archive) });
}
