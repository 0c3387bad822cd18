// Reads what the command line itself has to read: standard input, and the pages that `extract` does not save.
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { LibraryError } from '#contract/errors.ts';

/**
 * All of standard input.
 * @throws LibraryError nothing_to_read (a terminal, or nothing came), too_large, cancelled
 */
export async function readStandardInput(
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stop = () => process.stdin.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of process.stdin) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      if (size > maxBytes) throw tooLarge('Standard input', maxBytes);
      chunks.push(bytes);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  if (signal.aborted) throw new LibraryError('cancelled', 'The reading was cancelled.');
  if (size === 0) throw new LibraryError('nothing_to_read', 'Standard input is empty.');
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * All bytes of a file.
 * @throws LibraryError not_found, invalid_input (a folder, a device), not_allowed, too_large, nothing_to_read (empty)
 */
export async function readSource(path: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const name = basename(path);
  try {
    // Before opening: to open a pipe that nobody writes to would wait for ever.
    const found = await stat(path);
    if (found.isDirectory()) {
      throw new LibraryError('invalid_input', `“${name}” is a folder, not a file.`);
    }
    if (!found.isFile()) {
      throw new LibraryError('invalid_input', `“${name}” is not a file that can be read.`);
    }
    if (found.size > maxBytes) throw tooLarge(`“${name}”`, maxBytes);
    if (found.size === 0) {
      throw new LibraryError('nothing_to_read', `“${name}” is empty (0 bytes).`);
    }
    await using file = await open(path);
    return await file.readFile();
  } catch (error) {
    throw toReadError(error, name);
  }
}

function toReadError(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const options = { cause: error };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return new LibraryError('not_found', `There is no file “${name}”.`, {}, options);
    case 'EACCES':
    case 'EPERM':
      return new LibraryError(
        'not_allowed',
        `Lectern is not allowed to read “${name}”.`,
        {},
        options,
      );
    case 'EIO':
    case 'ESTALE':
      return new LibraryError(
        'unreachable',
        `“${name}” could not be read: its disk does not answer.`,
        {},
        options,
      );
    default:
      return error;
  }
}

const tooLarge = (what: string, maxBytes: number) =>
  new LibraryError(
    'too_large',
    `${what} is too large. The limit is ${Math.round(maxBytes / 1024 / 1024)} MB.`,
    { limit: maxBytes },
  );
