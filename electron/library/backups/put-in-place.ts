// Lets what was staged be the library's database. For the owner, while nobody has it open.
import { copyFileSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { DATABASE_FILE, NEXT_DATABASE_FILE } from '../storage/library-files.ts';
import { syncFolderSync } from './sync-files.ts';

/**
 * At every moment there is a whole database under the library's name: the one or the other.
 * @param aside name in the folder under which the old one stays; null where a backup of it was made
 * @throws LibraryError library_busy where another program still reads what is not yet in the old file
 */
export function putInPlace(dir: string, aside: string | null): void {
  const file = join(dir, DATABASE_FILE);
  const log = `${file}-wal`;
  const hasLog = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0;
  if (aside !== null) {
    keepAside(file, join(dir, aside));
    if (hasLog) keepAside(log, join(dir, `${aside}-wal`));
  } else if (hasLog) {
    throw new LibraryError(
      'library_busy',
      'Another program is reading the library. Close it, and restore again. Nothing was changed.',
    );
  }
  // They belong to the old file, and would be taken for those of the new one.
  rmSync(log, { force: true });
  rmSync(`${file}-shm`, { force: true });
  renameSync(join(dir, NEXT_DATABASE_FILE), file);
  syncFolderSync(dir);
}

/** A second name, so that the first is never without a file; a copy where the disk knows no second names. */
function keepAside(path: string, aside: string): void {
  if (!statSync(path, { throwIfNoEntry: false })) return;
  try {
    linkSync(path, aside);
  } catch {
    copyFileSync(path, aside);
  }
}
