// The write-ahead log beside a broken database, as SQLite would read it: frames count up to the last one that was
// committed, and as long as the running checksum holds.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export interface LogPages {
  readonly pageSize: number;
  /** Of the database, after the last commit. */
  readonly pageCount: number;
  /** @returns null for a page that the log does not hold */
  page(number: number): Buffer | null;
  close(): void;
}

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** The last bit says in which order of bytes the checksums are made. */
const MAGIC = 0x377f0682;

/** @returns null where there is no log, or nothing in it that was committed */
export function committedPages(file: string): LogPages | null {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return null;
  }
  const found = readFrames(handle, fstatSync(handle).size);
  if (!found) {
    closeSync(handle);
    return null;
  }
  const { pageSize, pageCount, places } = found;
  return {
    pageSize,
    pageCount,
    page(number) {
      const at = places.get(number);
      return at === undefined ? null : readAt(handle, at, pageSize);
    },
    close: () => closeSync(handle),
  };
}

function readFrames(handle: number, size: number) {
  const header = readAt(handle, 0, HEADER_BYTES);
  if (!header || header.readUInt32BE(0) >>> 1 !== MAGIC >>> 1) return null;
  const isBigEndian = (header.readUInt32BE(0) & 1) === 1;
  const pageSize = header.readUInt32BE(8);
  let sum = checksum(header.subarray(0, 24), isBigEndian, [0, 0]);
  if (!isSum(header, 24, sum) || pageSize < 512 || pageSize > 65_536) return null;

  const committed = new Map<number, number>();
  let uncommitted = new Map<number, number>();
  let pageCount = 0;
  const frameBytes = FRAME_HEADER_BYTES + pageSize;
  for (let at = HEADER_BYTES; at + frameBytes <= size; at += frameBytes) {
    const frame = readAt(handle, at, frameBytes);
    if (!frame?.subarray(8, 16).equals(header.subarray(16, 24))) break;
    sum = checksum(frame.subarray(0, 8), isBigEndian, sum);
    sum = checksum(frame.subarray(FRAME_HEADER_BYTES), isBigEndian, sum);
    if (!isSum(frame, 16, sum)) break;
    uncommitted.set(frame.readUInt32BE(0), at + FRAME_HEADER_BYTES);
    const sizeAfterCommit = frame.readUInt32BE(4);
    if (sizeAfterCommit === 0) continue;
    pageCount = sizeAfterCommit;
    for (const [number, place] of uncommitted) committed.set(number, place);
    uncommitted = new Map();
  }
  return pageCount === 0 ? null : { pageSize, pageCount, places: committed };
}

type Sum = readonly [number, number];

function checksum(bytes: Buffer, isBigEndian: boolean, [first, second]: Sum): Sum {
  let [one, two] = [first, second];
  for (let at = 0; at < bytes.byteLength; at += 8) {
    const left = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const right = isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    one = (one + left + two) >>> 0;
    two = (two + right + one) >>> 0;
  }
  return [one, two];
}

const isSum = (bytes: Buffer, at: number, [one, two]: Sum) =>
  bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === two;

function readAt(handle: number, at: number, size: number): Buffer | null {
  const bytes = Buffer.alloc(size);
  try {
    return readSync(handle, bytes, 0, size, at) === size ? bytes : null;
  } catch {
    return null;
  }
}
