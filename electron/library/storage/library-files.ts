// The names of what lies in a library's folder, beside `assets/` and `backups/`.
import { isAbsolute, relative, sep } from 'node:path';
import { LIBRARY_FILE } from '#contract/saved-files.ts';

/** Everything but the files of the asset store. */
export const DATABASE_FILE = LIBRARY_FILE;

/** What is to be the database next, while it is put together. */
export const NEXT_DATABASE_FILE = 'restoring.sqlite';

/** Whether it is the library's folder, or lies in it. Both from the top of the disk. */
export function isOfLibrary(path: string, libraryDir: string): boolean {
  const inside = relative(libraryDir, path);
  return !(inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside));
}
