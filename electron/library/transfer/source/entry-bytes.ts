// What every entry does with its own stream.
import { LibraryError } from '#contract/errors.ts';
import type { SourceEntry } from './source.ts';

/** Enough to tell a format by. */
export const HEAD_BYTES = 64 * 1024;

const neverAborted = new AbortController().signal;

/** Of what is damaged, as much as there is. */
export async function headOf(entry: SourceEntry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of entry.stream(neverAborted)) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof LibraryError) || error.code !== 'invalid_input') throw error;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

export async function bytesOf(
  entry: SourceEntry,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.size > maxBytes) {
    throw new LibraryError(
      'too_large',
      `This file is too large: ${inMegabytes(entry.size)} MB. The limit is ${inMegabytes(maxBytes)} MB.`,
      { bytes: entry.size, limit: maxBytes },
    );
  }
  const bytes = Buffer.allocUnsafeSlow(entry.size);
  let filled = 0;
  for await (const chunk of entry.stream(signal)) {
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  return bytes.subarray(0, filled);
}

export function refuseAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new LibraryError('cancelled', 'The import was cancelled.');
}

const inMegabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024));
