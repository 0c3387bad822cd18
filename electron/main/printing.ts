// Printing and “Save as PDF”: both from the document that is printed (electron/hosts/print-page.ts).
import { basename } from 'node:path';
import { app, type BrowserWindow, type PrintToPDFOptions, type WebContents } from 'electron';
import type { Client } from '#contract/define.ts';
import { LibraryError } from '#contract/errors.ts';
import { fileNameOf } from '#contract/file-name.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { inPrintWindow, within } from './print-window.ts';
import { askWhere, writeInPlace } from './save-file.ts';

interface PrintingSides {
  readonly library: () => Pick<Client<LibraryContract>, 'articles.get'>;
  /** Before which a dialog stands; null where the window is closed. */
  readonly frame: () => BrowserWindow | null;
}

/** Thousands of pages with pictures are made at some hundred a second. */
const PDF_WITHIN_MS = 120_000;

export function printing({ library, frame }: PrintingSides) {
  return {
    print: (uid: ArticleUid): Promise<void> => inPrintWindow(uid, askAndPrint),

    async savePdf(uid: ArticleUid): Promise<{ fileName: string | null }> {
      const { title } = await library()['articles.get']({ uid });
      const file = await askWhere(frame(), {
        title: 'Save as PDF',
        name: fileNameOf(title, '.pdf'),
        kind: 'PDF',
      });
      if (file === null) return { fileName: null };
      const bytes = await inPrintWindow(uid, (contents) =>
        within(PDF_WITHIN_MS, contents.printToPDF(pdfOptions())),
      );
      await writeInPlace(file, bytes);
      return { fileName: basename(file) };
    },
  };
}

/** The system's dialog stays open for as long as the person likes. */
function askAndPrint(contents: WebContents): Promise<void> {
  return new Promise((done, failed) => {
    contents.print({ printBackground: true }, (printed, reason) => {
      // Chromium gives the reason in English words only.
      if (printed || /cancel/i.test(reason)) done();
      else
        failed(new LibraryError('unreachable', 'The system could not print: is there a printer?'));
    });
  });
}

/** Headings become the outline of the PDF, and its structure stays readable by screen readers. */
const pdfOptions = (): PrintToPDFOptions => ({
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  pageSize: letterCountries.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
});

/** Where paper is not A4. */
const letterCountries = new Set('BO CA CL CO CR DO GT HN MX NI PA PH PR SV US VE'.split(' '));
