// What a path that a person names holds, where it is more than one page: a folder of them, or a zip.
import { open, readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { pagesAmong } from '#contract/pages-among.ts';
import { LIBRARY_FILE } from '#contract/saved-files.ts';
import { MAX_ZIP_ENTRIES } from '#library/clip/limits.ts';

export type Inside =
  | { readonly kind: 'folder'; readonly paths: readonly string[] }
  | { readonly kind: 'zip' };

/**
 * @returns null for one file, and for what is not there: clipping it says what is wrong
 * @throws LibraryError nothing_to_read (a folder without a page), too_large
 */
export async function lookInside(path: string): Promise<Inside | null> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) {
    const paths = pagesAmong(await filesBelow(path)).map((page) => join(path, page.path));
    if (paths.length === 0) {
      throw new LibraryError('nothing_to_read', 'There is no page or text in this folder.');
    }
    return { kind: 'folder', paths };
  }
  return found?.isFile() && (await beginsLikeZip(path)) ? { kind: 'zip' } : null;
}

/** In the order of their names. Links are not followed: they may lead anywhere, also in circles. */
async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entries = await readdir(join(folder, at), { withFileTypes: true });
    if (entries.some(({ name }) => name === LIBRARY_FILE)) continue;
    for (const entry of entries) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.name.startsWith('.') || path.includes(sep === '/' ? '\0' : sep)) continue;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile()) files.push(path);
      if (files.length > MAX_ZIP_ENTRIES) {
        throw new LibraryError('too_large', 'The folder holds more files than Lectern looks at.');
      }
    }
  }
  return files.sort((a, b) => (a < b ? -1 : 1));
}

async function beginsLikeZip(path: string): Promise<boolean> {
  try {
    await using file = await open(path);
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === 'PK\x03\x04';
  } catch {
    return false; // Clipping it says why it cannot be read.
  }
}
