// Takes the bytes out of a `data:` URI.
import { LibraryError } from '#contract/errors.ts';

/**
 * @param maxBytes more is refused before anything is decoded
 * @throws LibraryError invalid_input (no data: URI), too_large
 */
export function readDataUri(uri: string, maxBytes: number): Uint8Array {
  const comma = uri.indexOf(',');
  // Parameters come before the comma; a head without one, or a very long one, is no data: URI.
  if (!/^data:/i.test(uri) || comma < 0 || comma > 1000) {
    throw new LibraryError('invalid_input', 'The picture’s data: address is damaged.');
  }
  const isBase64 = /;\s*base64\s*$/i.test(uri.slice(0, comma));
  // Base64 holds 3 bytes in 4 characters, percent-encoding at least 1 byte in 3.
  const least = (uri.length - comma - 1) * (isBase64 ? 0.75 : 1 / 3) - 3;
  if (least > maxBytes) throw tooLarge(maxBytes);
  const data = uri.slice(comma + 1);
  const bytes = isBase64
    ? // Node's decoder skips white space and takes both alphabets; what stands percent-encoded is decoded first.
      Buffer.from(data.includes('%') ? unescapeBytes(data).toString('latin1') : data, 'base64')
    : unescapeBytes(data);
  if (bytes.byteLength > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

/** Percent-decoding to bytes; other characters stand for their UTF-8. A bare % stands for itself. */
function unescapeBytes(text: string): Buffer {
  const utf8 = Buffer.from(text, 'utf8');
  const bytes = Buffer.allocUnsafe(utf8.length);
  let length = 0;
  for (let at = 0; at < utf8.length; at++) {
    const byte = utf8[at] ?? 0;
    const escaped = byte === 0x25 ? hexByte(utf8, at + 1) : null;
    bytes[length++] = escaped ?? byte;
    if (escaped !== null) at += 2;
  }
  return bytes.subarray(0, length);
}

function hexByte(bytes: Uint8Array, at: number): number | null {
  const digits = String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0);
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : null;
}

const tooLarge = (limit: number): LibraryError =>
  new LibraryError('too_large', 'The picture is too large.', { limit });
