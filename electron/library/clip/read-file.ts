// Reads one file of the machine, with every way in which that can go wrong told apart.
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { toStorageError } from '../storage/storage-error.ts';

/** Between two looks at the signal. */
const CHUNK_BYTES = 8 * 1024 * 1024;

/**
 * All bytes of a file. The size is looked at before anything is read.
 * @param maxBytes more is refused
 * @throws LibraryError not_found, invalid_input (a folder, a device), not_allowed, too_large, nothing_to_read (empty), cancelled
 */
export async function readFileWithin(
  path: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const name = basename(path);
  try {
    // Before opening: to open a pipe that nobody writes to would wait for ever.
    const found = await stat(path);
    if (found.isDirectory()) throw invalid(`“${name}” is a folder, not a file.`);
    if (!found.isFile()) throw invalid(`“${name}” is not a file that can be read.`);
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = await file.stat();
      if (size > maxBytes) {
        throw new LibraryError(
          'too_large',
          `“${name}” is too large: ${inMegabytes(size)} MB. The limit is ${inMegabytes(maxBytes)} MB.`,
          { bytes: size, limit: maxBytes },
        );
      }
      if (size === 0) throw new LibraryError('nothing_to_read', `“${name}” is empty (0 bytes).`);
      return await readBytes(file, size, signal);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw toFileError(error, name);
  }
}

/** A file that grows meanwhile is read as far as it was long; one that shrinks, as far as it is. */
async function readBytes(
  file: FileHandle,
  size: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  while (filled < size) {
    if (signal.aborted) throw new LibraryError('cancelled', 'The clip was cancelled.');
    const length = Math.min(CHUNK_BYTES, size - filled);
    const { bytesRead } = await file.read(bytes, filled, length, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled === size ? bytes : bytes.subarray(0, filled);
}

/** What the disk reports of a file, as an error of the closed list; others as they are. */
export function toFileError(error: unknown, name: string): unknown {
  if (error instanceof LibraryError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new LibraryError(
        'not_found',
        `There is no file “${name}” there.`,
        {},
        { cause: error },
      );
    case 'EACCES':
    case 'EPERM':
      return new LibraryError(
        'not_allowed',
        `Lectern is not allowed to read “${name}”.`,
        {},
        { cause: error },
      );
    case 'EBUSY':
      return new LibraryError(
        'not_allowed',
        `“${name}” is in use by another program.`,
        {},
        { cause: error },
      );
    case 'EIO':
    case 'ETIMEDOUT':
    case 'ESTALE':
      return new LibraryError(
        'unreachable',
        `“${name}” could not be read: its disk does not answer.`,
        {},
        { cause: error },
      );
    case 'ENAMETOOLONG':
    case 'ELOOP':
    case 'ERR_INVALID_ARG_VALUE': // a NUL in the path
      return invalid(`“${name.slice(0, 100)}” is not the path of a file.`, error);
    default:
      return toStorageError(error, `Reading “${name}”`);
  }
}

const invalid = (message: string, cause?: unknown): LibraryError =>
  new LibraryError('invalid_input', message, {}, { cause });

const inMegabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024));
