// Reads the pages of a PDF one after the other, as many as there is room and time for.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import type { ParsedPage } from '#contract/page.ts';
import { MAX_MARKUP_LENGTH, MAX_PAGE_LINKS, MAX_PDF_PAGES } from '../../limits.ts';
import type { PageOfRuns } from './margins.ts';
import { linksIn } from './page-links.ts';
import { piecesOf } from './page-pieces.ts';
import { rowsOfRuns } from './runs.ts';

export interface PagesRead {
  /** Those that could be read, in order; a broken one in between is empty. */
  readonly pages: readonly PageOfRuns[];
  readonly links: ParsedPage['links'];
  readonly broken: number;
  /** Whether all there are were looked at. */
  readonly isComplete: boolean;
}

export async function readPages(
  document: PDFDocumentProxy,
  isTimeUp: () => boolean,
): Promise<PagesRead> {
  const pages: PageOfRuns[] = [];
  const links = new Map<string, string>();
  let broken = 0;
  let length = 0;
  const last = Math.min(document.numPages, MAX_PDF_PAGES);
  for (let number = 1; number <= last; number++) {
    if (length > MAX_MARKUP_LENGTH || (number > 1 && isTimeUp())) break;
    try {
      const page = await document.getPage(number);
      const { pieces, top, bottom } = await piecesOf(page);
      for (const { text } of pieces) length += text.length;
      await addLinks(page, links);
      pages.push({ rows: rowsOfRuns(pieces), top, bottom });
      page.cleanup();
    } catch {
      // One page of many: the others are read, and the reader is told.
      broken++;
      pages.push({ rows: [], top: 0, bottom: 0 });
    }
  }
  const isComplete = pages.length === document.numPages;
  return {
    pages: broken === pages.length ? [] : pages,
    links: [...links].map(([url, text]) => ({ url, text })),
    broken,
    isComplete,
  };
}

async function addLinks(page: PDFPageProxy, links: Map<string, string>): Promise<void> {
  if (links.size >= MAX_PAGE_LINKS) return;
  for (const { url, text } of await linksIn(page)) if (!links.has(url)) links.set(url, text);
}
