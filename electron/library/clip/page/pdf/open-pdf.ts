// Step 1: opens a PDF. pdfjs runs in this very thread, without a window, a canvas or code made at run time; nothing is
// fetched from anywhere: what it needs of tables for fonts lies in a folder of ours.
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import { LibraryError } from '#contract/errors.ts';
import type { PageInput } from '#contract/page.ts';
import { called } from '../detect-kind.ts';
import { loadPdfjs } from './pdfjs.ts';
import { withNewEnd } from './repair.ts';
import { tableReader } from './tables.ts';

export interface OpenedPdf {
  readonly document: PDFDocumentProxy;
  /** It breaks off: some of its pages may be missing. */
  readonly isCut: boolean;
}

/**
 * @param tables folder with `cmaps/` and `standard_fonts/`, ending in a slash
 * @throws LibraryError not_allowed (locked with a password), unsupported_type (damaged)
 */
export async function openPdf({ bytes, name }: PageInput, tables: string): Promise<OpenedPdf> {
  try {
    return { document: await open(bytes, tables), isCut: false };
  } catch (error) {
    const mended = isNamed(error, 'InvalidPDFException') ? withNewEnd(bytes) : null;
    if (!mended) throw toLibraryError(error, called(name));
    try {
      return { document: await open(mended, tables), isCut: true };
    } catch {
      throw toLibraryError(error, called(name));
    }
  }
}

async function open(bytes: Uint8Array, tables: string): Promise<PDFDocumentProxy> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // A copy: it is handed on, and gone here afterwards.
    data: new Uint8Array(bytes),
    cMapUrl: `${tables}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${tables}standard_fonts/`,
    BinaryDataFactory: tableReader(tables),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

const isNamed = (error: unknown, name: string): boolean =>
  error instanceof Error && error.name === name;

function toLibraryError(error: unknown, what: string): LibraryError {
  const options = { cause: error };
  if (isNamed(error, 'PasswordException')) {
    const message = `${what} is locked with a password. Save a copy of it without one, and clip that.`;
    return new LibraryError('not_allowed', message, {}, options);
  }
  const message = `${what} is damaged: it begins like a PDF, but no page of it can be read.`;
  return new LibraryError('unsupported_type', message, {}, options);
}
