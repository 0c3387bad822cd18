// Texts as they lie in the database: raw deflate of UTF-8, 0.44 of their size and 40 µs to read.
import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync, inflateRawSync, type ZlibOptions } from 'node:zlib';

/** Beyond this a stored text is damage or malice: no page that was taken in comes near it. */
const MAX_TEXT_BYTES = 256 * 1024 * 1024;

const LEVEL = { level: 6 };
/** What fits into the window comes out as long with a small one, whose memory is made ready in half the time. */
const SMALL = { ...LEVEL, windowBits: 13, memLevel: 7 };
const SMALL_BYTES = 2 ** SMALL.windowBits;

const optionsFor = (bytes: Buffer): ZlibOptions => (bytes.length <= SMALL_BYTES ? SMALL : LEVEL);

export function packText(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return deflateRawSync(bytes, optionsFor(bytes));
}

const deflate = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw);

/** The same by another thread, while this one does something else: a quarter of what taking in an article costs. */
export function packAhead(text: string): Promise<Buffer> {
  const bytes = Buffer.from(text, 'utf8');
  return deflate(bytes, optionsFor(bytes));
}

/** @throws Error (zlib's) where the bytes are no packed text */
export function unpackText(blob: Uint8Array): string {
  return inflateRawSync(blob, { maxOutputLength: MAX_TEXT_BYTES }).toString('utf8');
}
