// Sources that a window handed over as bytes, since it knows no paths: each in a folder of its own in the library's folder, until its
// import has ended.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { ImportSource } from '#contract/types/import.ts';
import { baseName } from '../../../clip/clip-source.ts';
import { toStorageError } from '../../../storage/storage-error.ts';

const FOLDER = 'imports';

/** Names that no file system minds. */
const safeName = (name: string): string => {
  const safe = baseName(name)
    .replace(/[\p{Cc}<>:"|?*]+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100)
    .toWellFormed();
  return safe === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe) ? 'import' : safe;
};

/** @param dir the library's folder. @throws LibraryError nothing_to_read, disk_full, read_only: nothing is left of it then */
export async function keepSource(
  dir: string,
  uid: string,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  if (bytes.byteLength === 0) {
    throw new LibraryError('nothing_to_read', `“${baseName(name)}” is empty (0 bytes).`);
  }
  const folder = join(dir, FOLDER, uid);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, safeName(name)), bytes, { mode: 0o600 });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw toStorageError(error, 'what is to be imported');
  }
}

/** Where a source is. @throws LibraryError not_found where it was kept and is gone */
export async function pathOfSource(dir: string, source: ImportSource): Promise<string> {
  if ('path' in source) return source.path;
  const folder = join(dir, FOLDER, source.kept);
  const [file] = await readdir(folder).catch(() => []);
  if (file !== undefined) return join(folder, file);
  throw new LibraryError('not_found', 'What was to be imported is gone. Hand it over once more.');
}

export async function dropKept(dir: string, source: ImportSource): Promise<void> {
  if ('kept' in source) {
    await rm(join(dir, FOLDER, source.kept), { recursive: true, force: true });
  }
}

/** What a process left that is gone. @param inUse those that somebody may go on with */
export async function dropOthers(dir: string, inUse: ReadonlySet<string>): Promise<void> {
  for (const uid of await readdir(join(dir, FOLDER)).catch(() => [])) {
    if (!inUse.has(uid)) await rm(join(dir, FOLDER, uid), { recursive: true, force: true });
  }
}
