// Loads pdfjs where there is neither a window nor a canvas. It is large, and most pages are none: not before it is needed.
// oxlint-disable-next-line typescript/triple-slash-reference -- types for a module without; other layers check this file, too
/// <reference path="./pdfjs-core.d.ts" />

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loading: Promise<Pdfjs> | undefined;

export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Pdfjs> {
  // What it would draw with. Nothing is drawn here, and it complains of what is missing.
  const world = globalThis as { DOMMatrix?: unknown; Path2D?: unknown; pdfjsWorker?: unknown };
  world.DOMMatrix ??= class {};
  world.Path2D ??= class {};
  // Found here, its other half runs in this thread instead of one of its own.
  world.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return await import('pdfjs-dist/legacy/build/pdf.mjs');
}
