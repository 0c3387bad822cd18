// The records of a zip, byte by byte (PKWARE's APPNOTE 4.3 and 4.5.3).

export interface ZipEntry {
  readonly path: string;
  /** Of its header in the file. */
  readonly offset: number;
  readonly isDeflated: boolean;
  /** Its sizes are put in once they are known, with room for large ones. */
  readonly isStreamed: boolean;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
}

const LARGE = 0xffff_ffff;
const MANY = 0xffff;
const UTF8_NAME = 0x0800;
const ZIP64_EXTRA = 1;
/** Zip64 is there. */
const VERSION = 45;
const MADE_ON_UNIX = (3 << 8) | VERSION;
/** The earliest there is: the same library makes the same file, whenever it is written. */
const DAY = 0x0021;
const REGULAR_FILE = 0o100644 * 0x1_0000;

const SIZES_AT = 14;
const HEADER_BYTES = 30;

export function localHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.path, 'utf8');
  const extra = entry.isStreamed ? largeSizes([entry.size, entry.packedSize]) : Buffer.alloc(0);
  const head = Buffer.alloc(HEADER_BYTES);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(entry.isStreamed ? VERSION : 20, 4);
  head.writeUInt16LE(UTF8_NAME, 6);
  head.writeUInt16LE(entry.isDeflated ? 8 : 0, 8);
  head.writeUInt16LE(DAY, 12);
  sizes(entry).copy(head, SIZES_AT);
  head.writeUInt16LE(name.byteLength, 26);
  head.writeUInt16LE(extra.byteLength, 28);
  return Buffer.concat([head, name, extra]);
}

/** What of the header of a streamed entry was not known when it was written. */
export function patchedSizes(entry: ZipEntry): { bytes: Buffer; at: number }[] {
  const name = Buffer.byteLength(entry.path);
  return [
    { bytes: sizes(entry), at: entry.offset + SIZES_AT },
    {
      bytes: largeSizes([entry.size, entry.packedSize]),
      at: entry.offset + HEADER_BYTES + name,
    },
  ];
}

function sizes(entry: ZipEntry): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32LE(entry.checksum, 0);
  bytes.writeUInt32LE(entry.isStreamed ? LARGE : entry.packedSize, 4);
  bytes.writeUInt32LE(entry.isStreamed ? LARGE : entry.size, 8);
  return bytes;
}

function largeSizes(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(ZIP64_EXTRA, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, at) => void extra.writeBigUInt64LE(BigInt(value), 4 + at * 8));
  return extra;
}

export function directoryEntry(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.path, 'utf8');
  const large = [entry.size, entry.packedSize, entry.offset].filter((value) => value >= LARGE);
  const extra = large.length > 0 ? largeSizes(large) : Buffer.alloc(0);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(MADE_ON_UNIX, 4);
  head.writeUInt16LE(entry.isStreamed || large.length > 0 ? VERSION : 20, 6);
  head.writeUInt16LE(UTF8_NAME, 8);
  head.writeUInt16LE(entry.isDeflated ? 8 : 0, 10);
  head.writeUInt16LE(DAY, 14);
  head.writeUInt32LE(entry.checksum, 16);
  head.writeUInt32LE(Math.min(entry.packedSize, LARGE), 20);
  head.writeUInt32LE(Math.min(entry.size, LARGE), 24);
  head.writeUInt16LE(name.byteLength, 28);
  head.writeUInt16LE(extra.byteLength, 30);
  head.writeUInt32LE(REGULAR_FILE, 38);
  head.writeUInt32LE(Math.min(entry.offset, LARGE), 42);
  return Buffer.concat([head, name, extra]);
}

/** @param offset of the directory in the file */
export function directoryEnd(count: number, offset: number, size: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, MANY), 8);
  end.writeUInt16LE(Math.min(count, MANY), 10);
  end.writeUInt32LE(Math.min(size, LARGE), 12);
  end.writeUInt32LE(Math.min(offset, LARGE), 16);
  if (count < MANY && size < LARGE && offset < LARGE) return end;

  const large = Buffer.alloc(56);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(44n, 4);
  large.writeUInt16LE(MADE_ON_UNIX, 12);
  large.writeUInt16LE(VERSION, 14);
  large.writeBigUInt64LE(BigInt(count), 24);
  large.writeBigUInt64LE(BigInt(count), 32);
  large.writeBigUInt64LE(BigInt(size), 40);
  large.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([large, locator, end]);
}
