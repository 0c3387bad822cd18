// One file of a zip, as an entry of a source. Nothing is ever unpacked to a disk, and never more than the zip says.
import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { toFileError } from '../../clip/read-file.ts';
import { LEADS_ELSEWHERE, problemOfSize } from '../../clip/zip/unzip.ts';
import { bytesOf, headOf, refuseAborted } from './entry-bytes.ts';
import type { Source, SourceEntry } from './source.ts';
import { isOfTheSystem } from './source-limits.ts';
import { readZipDirectory, type ZipRecord } from './zip-directory.ts';
import { zipPath } from './zip-name.ts';

const CHUNK_BYTES = 256 * 1024;
const HEADER = 0x04034b50;
const HEADER_LENGTH = 30;

/** @param file is closed with the source. @throws LibraryError invalid_input (damaged), too_large, cancelled */
export async function openZip(
  file: FileHandle,
  name: string,
  signal: AbortSignal,
): Promise<Omit<Source, 'name'>> {
  try {
    const { size } = await file.stat();
    const refused: { place: string; problem: Problem }[] = [];
    const entries = new Map<string, ZipEntry>();
    for (const record of await readZipDirectory(file, size)) {
      refuseAborted(signal);
      const path = zipPath(record.name);
      if (record.name.endsWith('/') || record.name.endsWith('\\')) continue;
      if (path !== null && isOfTheSystem(path)) continue;
      const problem = path === null ? LEADS_ELSEWHERE : problemOfRecord(record);
      if (problem) refused.push({ place: record.name.slice(0, 300), problem });
      // Programs that put a file in twice mean the later one.
      else if (path !== null) entries.set(path, new ZipEntry(file, path, record));
    }
    return { entries: [...entries.values()], refused, close: () => file.close() };
  } catch (error) {
    await file.close();
    throw toFileError(error, name);
  }
}

function problemOfRecord(record: ZipRecord): Problem | null {
  const { name, packedSize, size, method } = record;
  if (record.isLocked) {
    return { code: 'not_allowed', message: 'This file in the zip is locked with a password.' };
  }
  if (record.isLink) {
    return { code: 'not_allowed', message: 'Links in a zip are not followed.' };
  }
  if (method !== 0 && method !== 8) {
    const message = 'This file in the zip is packed in a way that Lectern does not know.';
    return { code: 'unsupported_type', message };
  }
  // What is large is read piece by piece here, so that size alone is no reason.
  return problemOfSize(name, packedSize, size, Number.MAX_SAFE_INTEGER);
}

class ZipEntry implements SourceEntry {
  readonly path: string;
  readonly #file: FileHandle;
  readonly #record: ZipRecord;

  constructor(file: FileHandle, path: string, record: ZipRecord) {
    this.path = path;
    this.#file = file;
    this.#record = record;
  }

  get size(): number {
    return this.#record.size;
  }

  head(): Promise<Uint8Array> {
    return headOf(this);
  }

  bytes(maxBytes: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return bytesOf(this, maxBytes, signal);
  }

  async *stream(signal: AbortSignal): AsyncIterable<Uint8Array> {
    const { size, crc, method } = this.#record;
    let length = 0;
    let sum = 0;
    try {
      for await (const chunk of method === 8 ? this.#inflated(signal) : this.#packed(signal)) {
        length += chunk.length;
        if (length > size) throw damaged();
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      throw isOfInflating(error) ? damaged(error) : toFileError(error, this.path);
    }
    if (length !== size || sum !== crc) throw damaged();
  }

  #inflated(signal: AbortSignal): AsyncIterable<Uint8Array> {
    // Errors come out of the iteration; the callback is there because pipeline wants one.
    return pipeline(Readable.from(this.#packed(signal)), createInflateRaw(), () => {});
  }

  async *#packed(signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const { start, packedSize } = this.#record;
    const header = Buffer.alloc(HEADER_LENGTH);
    const { bytesRead } = await this.#file.read(header, 0, HEADER_LENGTH, start);
    if (bytesRead < HEADER_LENGTH || header.readUInt32LE(0) !== HEADER) throw damaged();
    const from = start + HEADER_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
    for (let at = 0; at < packedSize; ) {
      refuseAborted(signal);
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, packedSize - at));
      const read = await this.#file.read(chunk, 0, chunk.length, from + at);
      if (read.bytesRead === 0) throw damaged();
      at += read.bytesRead;
      yield chunk.subarray(0, read.bytesRead);
    }
  }
}

const isOfInflating = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

const damaged = (cause?: unknown): LibraryError =>
  new LibraryError('invalid_input', 'This file in the zip is damaged.', {}, { cause });
