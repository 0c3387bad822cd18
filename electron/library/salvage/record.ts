// How SQLite writes numbers and rows (its file format, sections 1.6 and 2.1).

export type Value = null | number | bigint | string | Buffer;

/** @returns the number and the place behind it; null where the bytes end before it does */
export function readVarint(bytes: Buffer, at: number): readonly [number, number] | null {
  let value = 0n;
  for (let length = 1; length <= 9; length++) {
    const byte = bytes[at + length - 1];
    if (byte === undefined) return null;
    if (length === 9) {
      value = (value << 8n) | BigInt(byte);
      return [Number(BigInt.asIntN(64, value)), at + 9];
    }
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return [Number(value), at + length];
  }
  return null;
}

/** The values of a row. @returns null where it is not written as rows are */
export function readRecord(payload: Buffer): Value[] | null {
  const header = readVarint(payload, 0);
  if (!header || header[0] < header[1] || header[0] > payload.byteLength) return null;
  const [headerEnd] = header;
  const values: Value[] = [];
  let at = headerEnd;
  for (let typeAt = header[1]; typeAt < headerEnd; ) {
    const type = readVarint(payload, typeAt);
    if (!type || type[1] > headerEnd) return null;
    typeAt = type[1];
    const size = sizeOf(type[0]);
    if (size === null || at + size > payload.byteLength) return null;
    values.push(readValue(payload.subarray(at, at + size), type[0]));
    at += size;
  }
  return at === payload.byteLength ? values : null;
}

const INTEGER_SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

function sizeOf(type: number): number | null {
  if (type < 0 || type === 10 || type === 11) return null;
  return type < 10 ? (INTEGER_SIZES[type] ?? null) : (type - 12 - (type % 2)) / 2;
}

function readValue(bytes: Buffer, type: number): Value {
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 8) return 0;
  if (type === 9) return 1;
  if (type < 6) return bytes.readIntBE(0, bytes.byteLength);
  if (type === 6) {
    const value = bytes.readBigInt64BE(0);
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  return type % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8');
}
