// Puts an export into its place in one go: written beside it under a name of its own, then called what it is to be called.
import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { codeOf } from '../../storage/storage-error.ts';
import { syncFolder } from '../../storage/sync-folder.ts';

export interface Place {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
  /** A file that is there may go. */
  readonly replace: boolean;
}

/**
 * @param write gets the path to write at: where a file is to be made, or an empty folder
 * @throws LibraryError invalid_input, not_found (no folder to put it in), conflict (something is there), and what `write` throws;
 * nothing is left then
 * @throws an error of the file system
 */
export async function putInPlace<T>(place: Place, write: (part: string) => Promise<T>): Promise<T> {
  const { path, isFolder } = place;
  if (!isAbsolute(path)) {
    throw new LibraryError('invalid_input', 'The place of an export is named by its whole path.');
  }
  await requireFree(place);
  const folder = dirname(path);
  await requireFolder(folder);
  const part = join(folder, `.${basename(path).slice(0, 40)}.${randomUUID()}.part`);
  try {
    if (isFolder) await mkdir(part, { mode: 0o700 });
    const written = await write(part);
    // Somebody may have been quicker.
    await requireFree(place);
    // An empty one, which not every system lets another take the place of.
    if (isFolder) await rmdir(path).catch(ignoreMissing);
    await rename(part, path);
    await syncFolder(folder);
    return written;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

async function requireFree({ path, isFolder, replace }: Place): Promise<void> {
  const found = await lstat(path).catch(ignoreMissing);
  if (!found) return;
  if (isFolder && found.isDirectory() && (await readdir(path)).length === 0) return;
  if (!isFolder && replace && found.isFile()) return;
  const what = found.isDirectory() ? 'folder' : 'file';
  throw new LibraryError(
    'conflict',
    `There is a ${what} “${path}” already. Nothing was written; choose another name.`,
  );
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(ignoreMissing);
  if (found?.isDirectory()) return;
  throw new LibraryError('not_found', `There is no folder “${folder}”.`);
}

function ignoreMissing(error: unknown): null {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return null;
  throw error;
}
