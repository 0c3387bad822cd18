// Printing and “Save as PDF”: both from the document that is printed (electron/hosts/print-page.ts).
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  type PrintToPDFOptions,
  type WebContents,
} from 'electron';
import type { Client } from '#contract/define.ts';
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { fileNameOf } from '#hosts/file-name.ts';
import { inPrintWindow, within } from './print-window.ts';

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
      const file = await askWhere(frame(), fileNameOf(title, '.pdf'));
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

/** @returns null where the person chose nothing */
async function askWhere(frame: BrowserWindow | null, name: string): Promise<string | null> {
  const options = {
    title: 'Save as PDF',
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['showOverwriteConfirmation' as const],
  };
  const { canceled, filePath } = frame
    ? await dialog.showSaveDialog(frame, options)
    : await dialog.showSaveDialog(options);
  return canceled || filePath === '' ? null : filePath;
}

/** Written beside and renamed: what was there before stays until the new file is whole. */
async function writeInPlace(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, bytes, { flush: true });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw notWritten(error, basename(file));
  }
}

const sayings: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOSPC: ['disk_full', 'there is no room on the disk'],
  EDQUOT: ['disk_full', 'there is no room left for you on the disk'],
  EFBIG: ['too_large', 'the disk cannot hold so large a file'],
  EROFS: ['not_allowed', 'the disk can only be read'],
  EACCES: ['not_allowed', 'access is not permitted there'],
  EPERM: ['not_allowed', 'access is not permitted there'],
  EBUSY: ['not_allowed', 'another program is using the file'],
  EISDIR: ['not_allowed', 'there is a folder of that name'],
  ENOENT: ['not_found', 'the folder is not there any more'],
  ENAMETOOLONG: ['invalid_input', 'the name is too long'],
};

function notWritten(error: unknown, name: string): LibraryError {
  const known = error instanceof Error && 'code' in error ? sayings[String(error.code)] : undefined;
  const [code, why] = known ?? ['not_allowed', 'the disk reported an error'];
  return new LibraryError(code, `“${name}” was not saved: ${why}.`, {}, { cause: error });
}
