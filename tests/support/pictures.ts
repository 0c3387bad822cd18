// Pictures of every kind that Lectern stores, made here byte by byte: small, valid, of a known size. And broken ones.
import { crc32, deflateSync } from 'node:zlib';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const u32 = (value: number) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value]);

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([ascii(type), data]);
  return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
}

/** A grey picture that any decoder shows. `shade` makes pictures of one size differ. */
export function png(width: number, height: number, shade = 128): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, shade)]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])])),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A few bytes that claim to be a picture of any size: what a decoder would need gigabytes for. */
export function pngHeader(width: number, height: number): Buffer {
  return Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])])),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param orientation of EXIF: 1 as it is, 6 turned by a quarter */
export function jpeg(width: number, height: number, orientation = 1): Buffer {
  const exif = Buffer.concat([
    ascii('Exif\0\0MM\0*'),
    u32(8),
    Buffer.from([0, 1]), // one entry: tag 0x0112, a short
    Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]),
    u32(0),
  ]);
  const app1 = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff];
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0]);
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app1, frame, scan]);
}

export function gif(width: number, height: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  return Buffer.concat([
    ascii('GIF89a'),
    size,
    Buffer.from([0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x2c, 0, 0, 0, 0]),
    size,
    Buffer.from([0, 2, 2, 0x44, 1, 0, 0x3b]),
  ]);
}

export function webp(width: number, height: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE((width - 1) | ((height - 1) << 14), 0);
  const data = Buffer.concat([
    ascii('VP8L'),
    Buffer.from([13, 0, 0, 0, 0x2f]),
    size,
    Buffer.alloc(9),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length + 4, 0);
  return Buffer.concat([ascii('RIFF'), length, ascii('WEBP'), data]);
}

const box = (type: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), ascii(type), body]);
};

/** @param brand that it has first: `mif1` is that of the family */
export function avif(width: number, height: number, brand = 'avif'): Buffer {
  const size = box('ispe', u32(0), u32(width), u32(height));
  return Buffer.concat([
    box('ftyp', ascii(brand), u32(0), ascii('mif1avif')),
    box('meta', u32(0), box('iprp', box('ipco', size))),
    box('mdat', Buffer.alloc(8)),
  ]);
}

export function bmp(width: number, height: number): Buffer {
  const head = Buffer.alloc(54);
  head.write('BM', 0, 'latin1');
  head.writeUInt32LE(54 + width * height * 4, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(32, 28);
  return Buffer.concat([head, Buffer.alloc(width * height * 4)]);
}

/** @param size 1 to 255 */
export function icon(size: number): Buffer {
  const picture = png(size, size);
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head[6] = size;
  head[7] = size;
  head.writeUInt32LE(picture.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, picture]);
}

export const svg = (width: number, height: number): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?><!-- drawn --><svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><script>alert(1)</script><rect width="9" height="9"/></svg>`,
  );

/** Begins as a PNG and breaks off before its size. */
export const brokenPng = (): Buffer => png(30, 20).subarray(0, 14);
