// What the makers of a PDF noted in it: all foreign words, of any length, in two places that need not agree.
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import type { ParsedPage } from '#contract/page.ts';
import { languageTag } from '../metadata/language.ts';
import { parseDate } from '../metadata/parse-date.ts';
import type { Noted } from './title.ts';

export interface NotedInPdf extends Noted {
  readonly lang: string | null;
  /** As its publisher says; the day on which the file was made is none: that may be yesterday, of a book of 1850. */
  readonly publishedAt: ParsedPage['publishedAt'];
}

export async function notedIn(document: PDFDocumentProxy): Promise<NotedInPdf> {
  const { info, metadata } = await document.getMetadata().catch(() => NOTHING);
  const fields = info as Readonly<Record<string, unknown>>;
  const xmp = (name: string) => wordsOf(metadata?.get(name));
  const date = xmp('prism:publicationdate') || xmp('prism:coverdate');
  return {
    title: wordsOf(fields.Title) || xmp('dc:title'),
    author: wordsOf(fields.Author) || xmp('dc:creator'),
    lang: languageTag(wordsOf(fields.Language)),
    publishedAt: date === '' ? null : parseDate(date),
  };
}

const NOTHING = { info: {}, metadata: null };

/** Several authors come as a list. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').join('; ') : '';
}
