// The list of files at the end of a zip (APPNOTE 4.3, Zip64 included), read in one go: a hundred thousand entries are one
// buffer instead of two reads each. Nothing is believed that does not lie inside the file.
import type { FileHandle } from 'node:fs/promises';
import { LibraryError } from '#contract/errors.ts';
import { MAX_SOURCE_ENTRIES, MAX_ZIP_DIRECTORY_BYTES } from './source-limits.ts';
import { decodeZipName } from './zip-name.ts';

export interface ZipRecord {
  readonly name: string;
  readonly packedSize: number;
  readonly size: number;
  /** 0: as it is, 8: deflated; others are not read. */
  readonly method: number;
  readonly crc: number;
  readonly isLocked: boolean;
  readonly isLink: boolean;
  /** Where its own header begins in the file. */
  readonly start: number;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const RECORD = 0x02014b50;
const END_LENGTH = 22;
/** The longest comment, the end record, and the Zip64 locator before it. */
const TAIL = 0xffff + END_LENGTH + 20;
const UNSAID_16 = 0xffff;
const UNSAID_32 = 0xffffffff;

/** @throws LibraryError invalid_input (damaged), too_large */
export async function readZipDirectory(file: FileHandle, size: number): Promise<ZipRecord[]> {
  const end = await findEnd(file, size);
  const { length, count } = end;
  // Counted from the beginning of the file or from that of the zip, which may have something in front: programs differ.
  const from = end.before - length;
  const shift = from - end.said;
  if (length > MAX_ZIP_DIRECTORY_BYTES || count > MAX_SOURCE_ENTRIES) {
    throw new LibraryError('too_large', 'The zip holds more files than Lectern looks at.');
  }
  if (from < 0 || shift < 0) throw damaged();
  const directory = await readAt(file, from, length);
  const records: ZipRecord[] = [];
  for (let at = 0; records.length < count; ) {
    if (at + 46 > length || directory.readUInt32LE(at) !== RECORD) throw damaged();
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
    if (next > length) throw damaged();
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    records.push(recordAt(directory, at, nameLength, extra, shift));
    at = next;
  }
  refuseOverlaps(records, from);
  return records;
}

function recordAt(
  directory: Buffer,
  at: number,
  nameLength: number,
  extra: Buffer,
  shift: number,
): ZipRecord {
  const flags = directory.readUInt16LE(at + 8);
  const [size, packedSize, start] = sizesOf(
    [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ],
    extra,
  );
  const isUnix = directory[at + 5] === 3;
  return {
    name: decodeZipName(directory.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0),
    packedSize,
    size,
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    isLocked: (flags & 1) !== 0,
    isLink: isUnix && (directory.readUInt16LE(at + 40) & 0xf000) === 0xa000,
    start: start + shift,
  };
}

/** Those of the three that do not fit into 32 bits stand in the extra field, in this order. */
function sizesOf(said: [number, number, number], extra: Buffer): [number, number, number] {
  if (!said.includes(UNSAID_32)) return said;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    return said.map((value) => {
      if (value !== UNSAID_32) return value;
      if (from + 8 > extra.length) throw damaged();
      from += 8;
      return wide(extra, from - 8);
    }) as [number, number, number];
  }
  return said;
}

async function findEnd(
  file: FileHandle,
  size: number,
): Promise<{ said: number; length: number; count: number; before: number }> {
  const tailStart = Math.max(0, size - TAIL);
  const tail = await readAt(file, tailStart, size - tailStart);
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue;
    if (at + END_LENGTH + tail.readUInt16LE(at + 20) > tail.length) continue;
    const count = tail.readUInt16LE(at + 10);
    const length = tail.readUInt32LE(at + 12);
    const said = tail.readUInt32LE(at + 16);
    const isPlain = count !== UNSAID_16 && length !== UNSAID_32 && said !== UNSAID_32;
    const hasLocator = at >= 20 && tail.readUInt32LE(at - 20) === END64_LOCATOR;
    if (isPlain || !hasLocator) return { said, length, count, before: tailStart + at };
    const before = wide(tail, at - 12);
    const end64 = await readAt(file, before, 56);
    if (end64.readUInt32LE(0) !== END64) throw damaged();
    return { said: wide(end64, 48), length: wide(end64, 40), count: wide(end64, 32), before };
  }
  throw damaged();
}

/** The zip bombs without a nest let many entries share the same bytes: together they are more than the file has. */
function refuseOverlaps(records: readonly ZipRecord[], room: number): void {
  const packed = records.reduce((sum, record) => sum + record.packedSize, 0);
  if (packed > room) throw damaged();
}

async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, from + filled);
    if (bytesRead === 0) throw damaged();
    filled += bytesRead;
  }
  return bytes;
}

function wide(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
}

const damaged = (): LibraryError =>
  new LibraryError('invalid_input', 'The zip is damaged, or not all of it is there.');
