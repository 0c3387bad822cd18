// What is refused when a backup is to be brought back, and how what was there before is called.
import { LibraryError } from '#contract/errors.ts';
import { backupName, sensibleTime } from './backup-files.ts';
import type { FoundBackup } from './find-backups.ts';

/**
 * @param id of the library; a backup that says none is older than ids are, and lies where it was made
 * @throws LibraryError conflict
 */
export function assertSameLibrary({ libraryId }: FoundBackup, id: string): void {
  if (libraryId === null || libraryId === id) return;
  throw new LibraryError(
    'conflict',
    'This is a backup of another library. Nothing was changed. It can be restored all the same: what is here is backed up first.',
    { otherLibrary: true },
  );
}

/** @param now milliseconds */
export const asideName = (now: number) => `damaged-${backupName(sensibleTime(now))}.sqlite`;
