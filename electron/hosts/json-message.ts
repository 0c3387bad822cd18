// Messages as JSON, for wires that carry text: bytes stand as {"$bytes": "<base64>"} wherever they occur.
import { LibraryError } from '#contract/errors.ts';

const BYTES = '$bytes';

/** One line: JSON has no raw line breaks. `undefined` fields are left out. */
export function encodeMessage(message: unknown): string {
  // Not an arrow: a Buffer has turned itself into {type, data} by the time it comes as `value`; `this` still has it.
  return JSON.stringify(message, function (this: Record<string, unknown>, key, value: unknown) {
    const before = this[key];
    return before instanceof Uint8Array ? { [BYTES]: toBase64(before) } : value;
  });
}

/** @throws LibraryError invalid_input where it is no JSON, or bytes are no base64 */
export function decodeMessage(text: string): unknown {
  try {
    // A reviver visits every value: only pay for it where there are bytes.
    return text.includes(`"${BYTES}"`) ? JSON.parse(text, reviveBytes) : JSON.parse(text);
  } catch (error) {
    if (error instanceof LibraryError) throw error;
    throw new LibraryError('invalid_input', 'The message is not valid JSON.', {}, { cause: error });
  }
}

function reviveBytes(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, BYTES)) return value;
  const encoded = (value as Record<string, unknown>)[BYTES];
  return typeof encoded === 'string' ? fromBase64(encoded) : value;
}

const toBase64 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

function fromBase64(encoded: string): Uint8Array {
  const bytes = Buffer.from(encoded, 'base64');
  // Buffer skips what is no base64 without a word; then fewer bytes come out than the length promises.
  if (bytes.length !== Buffer.byteLength(encoded, 'base64') || encoded.length % 4 === 1) {
    throw new LibraryError('invalid_input', 'The message holds bytes that are not valid base64.');
  }
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
