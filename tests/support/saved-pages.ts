// Saved pages in the forms of several browsers, made here byte by byte.

interface Part {
  readonly type: string;
  readonly encoding: 'quoted-printable' | 'base64' | '8bit';
  readonly location: string;
  readonly id?: string;
  readonly body: Uint8Array;
}

const BOUNDARY = '----MultipartBoundary--x7Kq2----';

export function mhtml({
  head,
  parts,
}: {
  head: readonly string[];
  parts: readonly Part[];
}): Buffer {
  const start = [
    ...head,
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;\r\n\ttype="text/html";',
    `\tboundary="${BOUNDARY}"`,
  ].join('\r\n');
  return Buffer.concat([
    Buffer.from(`${start}\r\n\r\n\r\n`),
    ...parts.flatMap(({ type, encoding, location, id, body }) => [
      Buffer.from(
        [
          `--${BOUNDARY}`,
          `Content-Type: ${type}`,
          ...(id ? [`Content-ID: <${id}>`] : []),
          `Content-Transfer-Encoding: ${encoding}`,
          `Content-Location: ${location}`,
          '',
          '',
        ].join('\r\n'),
      ),
      encoded(body, encoding),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
}

function encoded(body: Uint8Array, encoding: Part['encoding']): Uint8Array {
  if (encoding === '8bit') return body;
  if (encoding === 'base64')
    return Buffer.from(Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n'));
  const escaped = [...body].map((byte) =>
    byte === 0x0a || (byte >= 0x20 && byte < 0x7f && byte !== 0x3d)
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  let line = '';
  let text = '';
  for (const part of escaped) {
    if (part === '\n') {
      text += `${line}\r\n`;
      line = '';
      continue;
    }
    if (line.length + part.length > 75) {
      text += `${line}=\r\n`;
      line = '';
    }
    line += part;
  }
  return Buffer.from(text + line, 'latin1');
}

type Value = string | Uint8Array | readonly Value[] | { readonly [key: string]: Value };

export function xmlPlist(value: Value): Buffer {
  const xml = (any: Value): string => {
    if (typeof any === 'string')
      return `<string>${any.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</string>`;
    if (any instanceof Uint8Array)
      return `<data>\n${Buffer.from(any).toString('base64').replace(/.{60}/g, '$&\n\t')}\n</data>`;
    if (isList(any)) return `<array>${any.map(xml).join('')}</array>`;
    const entries = Object.entries(any).map(([key, inner]) => `<key>${key}</key>\n${xml(inner)}`);
    return `<dict>${entries.join('\n')}</dict>`;
  };
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">${xml(value)}</plist>\n`,
  );
}

export function binaryPlist(value: Value): Buffer {
  const objects: Buffer[] = [];
  const add = (any: Value): number => {
    const at = objects.push(Buffer.alloc(0)) - 1;
    objects[at] = written(any);
    return at;
  };
  const written = (any: Value): Buffer => {
    if (typeof any === 'string') {
      if (Buffer.byteLength(any) === any.length)
        return Buffer.concat([head(0x5, any.length), Buffer.from(any)]);
      return Buffer.concat([head(0x6, any.length), Buffer.from(any, 'utf16le').swap16()]);
    }
    if (any instanceof Uint8Array) return Buffer.concat([head(0x4, any.length), any]);
    if (isList(any)) return Buffer.concat([head(0xa, any.length), refs(any.map(add))]);
    const keys = refs(Object.keys(any).map(add));
    return Buffer.concat([
      head(0xd, Object.keys(any).length),
      keys,
      refs(Object.values(any).map(add)),
    ]);
  };
  add(value);
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    at += object.length;
  }
  const trailer = Buffer.alloc(32);
  trailer[6] = 4;
  trailer[7] = 2;
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([Buffer.from('bplist00'), ...objects, ...offsets.map(u32), trailer]);
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const u32 = (value: number) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value]);
const refs = (all: readonly number[]) => Buffer.from(all.flatMap((ref) => [ref >> 8, ref & 0xff]));
const head = (kind: number, count: number): Buffer =>
  count < 15
    ? Buffer.from([(kind << 4) | count])
    : Buffer.concat([Buffer.from([(kind << 4) | 15, 0x12]), u32(count)]);
