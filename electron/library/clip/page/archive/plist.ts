// Property lists of Apple's, binary and XML, as far as web archives use them: dictionaries, lists, texts, numbers, bytes.
import { Parser } from 'htmlparser2';

export type Plist =
  | { readonly [key: string]: Plist }
  | readonly Plist[]
  | string
  | number
  | Uint8Array
  | null;

/** Dictionaries in dictionaries; an archive needs seven for each frame in a frame. */
const MAX_DEPTH = 100;
/** A list may name one object any number of times, also itself: what is taken out is counted. */
const MAX_OBJECTS = 200_000;

/** @returns null where it is damaged */
export function readPlist(bytes: Uint8Array): Plist {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return buffer.toString('latin1', 0, 8) === 'bplist00' ? readBinary(buffer) : readXml(buffer);
  } catch {
    return null; // An offset that leads out of the file, a number that is none.
  }
}

export const isDictionary = (
  value: Plist | undefined,
): value is { readonly [key: string]: Plist } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Uint8Array);

/** Objects, then a table of where each is, then how wide those numbers are. */
function readBinary(buffer: Buffer): Plist {
  const trailer = buffer.length - 32;
  const offsetSize = buffer.readUInt8(trailer + 6);
  const refSize = buffer.readUInt8(trailer + 7);
  const top = Number(buffer.readBigUInt64BE(trailer + 16));
  const table = Number(buffer.readBigUInt64BE(trailer + 24));
  let left = MAX_OBJECTS;

  const offsetOf = (ref: number) => readNumber(buffer, table + ref * offsetSize, offsetSize);
  const refsAt = (at: number, count: number) =>
    Array.from({ length: count }, (_, i) => readNumber(buffer, at + i * refSize, refSize));

  const read = (ref: number, depth: number): Plist => {
    if (--left < 0 || depth > MAX_DEPTH) throw new RangeError('The property list goes on and on.');
    let at = offsetOf(ref);
    const kind = buffer.readUInt8(at) >> 4;
    let count = buffer.readUInt8(at++) & 0x0f;
    if (kind === 0x1) return readNumber(buffer, at, 2 ** count);
    if (kind === 0x2 || kind === 0x3)
      return count === 2 ? buffer.readFloatBE(at) : buffer.readDoubleBE(at);
    if (count === 0x0f && kind >= 0x4) {
      const size = 2 ** (buffer.readUInt8(at) & 0x0f);
      count = readNumber(buffer, at + 1, size);
      at += 1 + size;
    }
    if (kind < 0x4) return null;
    if (count > buffer.length) throw new RangeError('The property list is longer than its file.');
    switch (kind) {
      case 0x4:
        return slice(buffer, at, count);
      case 0x5:
        return slice(buffer, at, count).toString('latin1');
      case 0x6:
        return Buffer.from(slice(buffer, at, count * 2))
          .swap16()
          .toString('utf16le');
      case 0xa:
      case 0xc:
        return refsAt(at, count).map((inner) => read(inner, depth + 1));
      case 0xd: {
        const values = refsAt(at + count * refSize, count);
        const keys = refsAt(at, count).map((key) => nameOf(read(key, depth + 1)));
        return dictionary(keys.map((key, i) => [key, read(values[i] ?? -1, depth + 1)]));
      }
      default:
        return null; // Identifiers and sets: nothing of a web page.
    }
  };
  return read(top, 0);
}

function nameOf(key: Plist): string {
  if (typeof key === 'string') return key;
  throw new RangeError('The property list names something by no name.');
}

function readNumber(buffer: Buffer, at: number, size: number): number {
  if (size <= 6) return buffer.readUIntBE(at, size);
  return Number(buffer.readBigInt64BE(at + size - 8));
}

function slice(buffer: Buffer, at: number, length: number): Buffer {
  if (at + length > buffer.length) throw new RangeError('The property list breaks off.');
  return buffer.subarray(at, at + length);
}

/** Without the names that objects have from birth. */
const dictionary = (entries: readonly (readonly [string, Plist])[]): Plist =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(entries.filter(([k]) => k !== '__proto__')),
  );

/** One that breaks off gives what was closed by then, as parsers of markup do. */
function readXml(buffer: Buffer): Plist {
  type Open = { readonly list: Plist[]; readonly entries: [string, Plist][]; key: string };
  const open: Open[] = [{ list: [], entries: [], key: '' }];
  let text = '';
  const put = (value: Plist) => {
    const into = open.at(-1);
    into?.list.push(value);
    into?.entries.push([into.key, value]);
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        text = '';
        if (name === 'dict' || name === 'array') open.push({ list: [], entries: [], key: '' });
        if (open.length > MAX_DEPTH) throw new RangeError('The property list goes on and on.');
      },
      ontext(part) {
        text += part;
      },
      onclosetag(name) {
        const into = open.at(-1);
        if (name === 'key' && into) into.key = text;
        else if (name === 'dict') put(dictionary(open.pop()?.entries ?? []));
        else if (name === 'array') put(open.pop()?.list ?? []);
        else if (name === 'string' || name === 'date') put(text);
        else if (name === 'data') put(Buffer.from(text, 'base64'));
        else if (name === 'integer' || name === 'real') put(Number(text));
        text = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(buffer.toString('utf8'));
  return open[0]?.list[0] ?? null;
}
