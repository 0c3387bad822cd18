// Opens the PDF of the document. Both halves of pdfjs run in this frame, which has a process of its own: a worker would
// need an origin to be loaded from.
import type { PDFDocumentProxy } from 'pdfjs-dist';
// Both halves are in the document ahead of this script: electron/hosts/pages-document.ts.
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const FOLDERS: Readonly<Record<string, string>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
};

/** @param tables ends in a slash */
export async function openPdf(address: string, tables: string): Promise<PDFDocumentProxy> {
  return getDocument({
    data: await bytesAt(address),
    cMapUrl: `${tables}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${tables}standard_fonts/`,
    wasmUrl: `${tables}wasm/`,
    // Its own fetches from http alone.
    BinaryDataFactory: class {
      fetch = ({ kind, filename }: { kind: string; filename: string }) =>
        bytesAt(`${tables}${FOLDERS[kind]}/${filename}`);
    },
    useWorkerFetch: false,
    disableWorkerRendering: true,
    // For faces that are not in the file.
    useSystemFonts: true,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
}

async function bytesAt(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for what was asked for.`);
  return new Uint8Array(await response.arrayBuffer());
}
