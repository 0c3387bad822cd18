// The pages of a broken database, read without SQLite and without changing a byte: what its write-ahead log committed
// stands above what lies in the file.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { committedPages } from './log-pages.ts';

export interface BrokenFile {
  readonly pageCount: number;
  readonly pageSize: number;
  /** Where the b-tree of a page begins: the first page has the header of the file before it. */
  treeOffset(page: number): number;
  /** Numbered from 1. @returns null for one that the disk does not give, or that is not there */
  page(number: number): Buffer | null;
  close(): void;
}

/** What every library has; where the header is lost, nothing else says it. */
const OUR_PAGE_SIZE = 4096;
const FILE_HEADER_BYTES = 100;
const PAGE_SIZE_AT = 16;

/** @throws an error of the file system, where the file cannot be opened at all */
export function openBrokenFile(file: string): BrokenFile {
  const handle = openSync(file, 'r');
  const log = committedPages(`${file}-wal`);
  const pageSize = log?.pageSize ?? pageSizeOf(handle);
  const pageCount = log?.pageCount ?? Math.ceil(fstatSync(handle).size / pageSize);
  return {
    pageCount,
    pageSize,
    treeOffset: (page) => (page === 1 ? FILE_HEADER_BYTES : 0),
    page(number) {
      if (!(number >= 1 && number <= pageCount)) return null;
      return log?.page(number) ?? readPage(handle, (number - 1) * pageSize, pageSize);
    },
    close() {
      log?.close();
      closeSync(handle);
    },
  };
}

function pageSizeOf(handle: number): number {
  const stored = readPage(handle, 0, FILE_HEADER_BYTES)?.readUInt16BE(PAGE_SIZE_AT);
  const size = stored === 1 ? 65_536 : stored;
  return size && size >= 512 && Number.isInteger(Math.log2(size)) ? size : OUR_PAGE_SIZE;
}

/** A page that is cut off, or that the disk refuses, is none. */
function readPage(handle: number, at: number, size: number): Buffer | null {
  const bytes = Buffer.alloc(size);
  try {
    return readSync(handle, bytes, 0, size, at) === size ? bytes : null;
  } catch {
    return null;
  }
}
