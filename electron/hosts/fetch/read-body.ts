// Reads an answer's body, unpacked on the way and cut off at a limit. 80 bytes of Brotli can hold 50 MB, so what is
// counted is what comes out.
import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { LibraryError } from '#contract/errors.ts';

/** What is asked for. `deflate` is not: sites disagree on what it is. */
export const ACCEPTED_ENCODINGS = 'gzip, br';

/** More than one layer is rare, more than three is nobody's honest doing. */
const MAX_LAYERS = 3;

export interface BodyLimits {
  /** Of what comes out; what goes in may not be longer either. */
  readonly maxBytes: number;
  /** For the sentence of a refusal. */
  readonly host: string;
}

/**
 * @param encodings the Content-Encoding header
 * @throws LibraryError too_large, unreachable (an encoding that was not asked for); errors of streams and zlib as they are
 */
export async function readBody(
  body: Readable,
  encodings: string | null,
  { maxBytes, host }: BodyLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooMany = () => tooLarge(maxBytes, host);
  const chunks: Uint8Array[] = [];
  const kept = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await pipeline([
    body,
    // A packed body without end that unpacks to nothing would otherwise be read for ever.
    cutOff(maxBytes, tooMany),
    ...layersOf(encodings, host),
    cutOff(maxBytes, tooMany),
    kept,
  ]);
  return joined(chunks);
}

/** Lets bytes through up to a limit. */
function cutOff(maxBytes: number, tooMany: () => Error): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      length += chunk.byteLength;
      if (length > maxBytes) done(tooMany());
      else done(null, chunk);
    },
  });
}

/** Refused before anything is read, where the site says how much is coming. @throws LibraryError too_large */
export function refuseLength(contentLength: string | null, { maxBytes, host }: BodyLimits): void {
  if (contentLength !== null && Number(contentLength) > maxBytes) throw tooLarge(maxBytes, host);
}

/** The last encoding was applied last, so it is undone first. */
function layersOf(encodings: string | null, host: string): Transform[] {
  const names = (encodings ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  if (names.length > MAX_LAYERS) throw badEncoding(host);
  return names.map((name) => {
    // Whatever came of a body that breaks off is used, as browsers do.
    const zlib = { finishFlush: constants.Z_SYNC_FLUSH };
    if (name === 'gzip' || name === 'x-gzip') return createGunzip(zlib);
    if (name === 'deflate') return createInflate(zlib);
    if (name === 'br') {
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    }
    throw badEncoding(host);
  });
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

const tooLarge = (limit: number, host: string): LibraryError =>
  new LibraryError(
    'too_large',
    `What “${host}” sends is larger than ${Math.max(1, Math.round(limit / (1024 * 1024)))} MB.`,
    { limit },
  );

const badEncoding = (host: string): LibraryError =>
  new LibraryError('unreachable', `“${host}” answered in an encoding that nobody asked for.`);
