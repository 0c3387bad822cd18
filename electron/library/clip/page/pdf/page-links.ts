// Where the links on a page of a PDF lead.
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import type { ParsedPage } from '#contract/page.ts';
import { webUrl } from '../addresses.ts';
import { oneLine } from '../one-line.ts';

/** What pdfjs tells of a link; nothing of it is certain. */
interface Annotation {
  readonly subtype?: unknown;
  readonly url?: unknown;
  readonly overlaidText?: unknown;
}

export async function linksIn(page: PDFPageProxy): Promise<ParsedPage['links']> {
  const annotations = (await page.getAnnotations({ intent: 'display' })) as Annotation[];
  return annotations.flatMap(({ subtype, url, overlaidText }) => {
    if (subtype !== 'Link' || typeof url !== 'string') return [];
    const address = webUrl(url);
    const text = typeof overlaidText === 'string' ? oneLine(overlaidText) : '';
    return address === null ? [] : [{ url: address, text }];
  });
}
