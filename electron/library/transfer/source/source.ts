// What is imported from, before anybody knows what it is: a file, a folder or a zip, as a list of named entries.
import { open, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { toFileError } from '../../clip/read-file.ts';
import { isZip } from '../../clip/zip/read-zip.ts';
import { FileEntry } from './file-entry.ts';
import { filesBelow } from './files-below.ts';
import { naturally } from './natural-order.ts';
import { openZip } from './zip-entry.ts';

export interface SourceEntry {
  /** With `/`, relative; the file's own name for a bare file. */
  readonly path: string;
  /** In bytes, unpacked, as the disk or the zip says. */
  readonly size: number;
  /** Its first 64 kB; of what is damaged, as much as there is. */
  head(): Promise<Uint8Array>;
  /** Never more than `size`. Throws when iterated: LibraryError cancelled, invalid_input (damaged) */
  stream(signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** @throws LibraryError too_large, invalid_input (damaged), cancelled */
  bytes(maxBytes: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
}

export interface Source {
  readonly name: string;
  /** In natural order of their paths: part 2 comes before part 10. The same each time it is opened. */
  readonly entries: readonly SourceEntry[];
  /** What is never opened: names that lead out, archives in an archive, bombs, links, empty files. */
  readonly refused: readonly { readonly place: string; readonly problem: Problem }[];
  close(): Promise<void>;
}

/**
 * Told by content; what a file is called says nothing.
 * @param path of a file, a folder or a zip
 * @throws LibraryError not_found, not_allowed, invalid_input (no whole path, a device, a damaged zip), nothing_to_read (empty), too_large
 * (more files than are looked at), cancelled
 */
export async function openSource(path: string, signal: AbortSignal): Promise<Source> {
  // The library's process was started elsewhere than the caller: a relative path would name another file.
  if (!isAbsolute(path)) {
    throw new LibraryError('invalid_input', `“${path.slice(0, 200)}” is not a whole path.`);
  }
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      const { entries, refused } = await filesBelow(await realpath(path), signal);
      return { ...sorted(name, entries, refused), close: async () => {} };
    }
    if (!found.isFile()) {
      throw new LibraryError('invalid_input', `“${name}” is not a file that can be read.`);
    }
    if (found.size === 0) {
      throw new LibraryError('nothing_to_read', `“${name}” is empty (0 bytes).`);
    }
    const entry = new FileEntry(path, name, found.size);
    const head = await entry.head();
    if (!isZip(head)) return { name, entries: [entry], refused: [], close: async () => {} };
    const zip = await openZip(await open(path, 'r'), name, signal);
    return { ...sorted(name, zip.entries, zip.refused), close: zip.close };
  } catch (error) {
    throw toFileError(error, name);
  }
}

/** What is empty is said to be, and not looked into by any format. */
function sorted(
  name: string,
  entries: readonly SourceEntry[],
  refused: Source['refused'],
): Omit<Source, 'close'> {
  const problem: Problem = { code: 'nothing_to_read', message: 'This file is empty (0 bytes).' };
  const empty = entries.filter(({ size }) => size === 0);
  return {
    name,
    entries: entries.filter(({ size }) => size > 0).sort((a, b) => naturally(a.path, b.path)),
    refused: [...refused, ...empty.map(({ path }) => ({ place: path.slice(0, 300), problem }))],
  };
}
