// One file of the disk, as an entry of a source.
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { toFileError } from '../../clip/read-file.ts';
import { bytesOf, headOf, refuseAborted } from './entry-bytes.ts';
import type { SourceEntry } from './source.ts';

const CHUNK_BYTES = 256 * 1024;

export class FileEntry implements SourceEntry {
  readonly path: string;
  readonly size: number;
  readonly #file: string;

  constructor(file: string, path: string, size: number) {
    this.#file = file;
    this.path = path;
    this.size = size;
  }

  head(): Promise<Uint8Array> {
    return headOf(this);
  }

  bytes(maxBytes: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return bytesOf(this, maxBytes, signal);
  }

  /** A file that grows meanwhile is read as far as it was long; one that shrinks, as far as it is. */
  async *stream(signal: AbortSignal): AsyncIterable<Uint8Array> {
    try {
      // A pipe may have taken the place of the file: opening it must not wait.
      const file = await open(this.#file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        for (let at = 0; at < this.size; ) {
          refuseAborted(signal);
          const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, this.size - at));
          const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
          if (bytesRead === 0) break;
          at += bytesRead;
          yield chunk.subarray(0, bytesRead);
        }
      } finally {
        await file.close();
      }
    } catch (error) {
      throw toFileError(error, this.path);
    }
  }
}
