// What a format is: a way to write articles into one file, into a folder, or into a zip of its own kind.
import type { ExportWork } from './export-work.ts';
import type { FileSink, FolderSink } from './sink/sink.ts';
import type { ZipWriter } from './sink/zip-writer.ts';

export type FormatWriter =
  | { readonly shape: 'file'; write(work: ExportWork, file: FileSink): Promise<void> }
  /** A zip where it is asked for in one file. */
  | { readonly shape: 'folder'; write(work: ExportWork, folder: FolderSink): Promise<void> }
  | { readonly shape: 'zip'; write(work: ExportWork, zip: ZipWriter): Promise<void> };
