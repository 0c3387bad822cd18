// The half of pdfjs that elsewhere runs in a worker. The package brings no types for it; it is handed over whole.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
