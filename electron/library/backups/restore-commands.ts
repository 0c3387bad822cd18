// Answers the calls that bring a backup back, in the running library.
import { LibraryError } from '#contract/errors.ts';
import type { MadeBackup, Restored } from '#contract/types/backup.ts';
import type { Answers, WriteContext } from '../context.ts';
import type { BackupMaker } from './backup-maker.ts';
import { toBackup } from './backup-row.ts';
import type { FoundBackup } from './find-backups.ts';
import { findLibraryId } from './library-id.ts';
import { requireBackup, requireBackupFile } from './locate-backup.ts';
import { putInPlace } from './put-in-place.ts';
import { removeStaged } from './remove-staged.ts';
import { asideName, assertSameLibrary } from './restore-rules.ts';

/**
 * Lets another database take the place of the open one: waits until nothing writes any more, has `prepare` do what is left to
 * do, closes the old one, does what `prepare` returned, and opens the new one. Where one of them fails, the old one is opened again.
 */
export type Exchange = (prepare: () => Promise<() => void>) => Promise<void>;

interface Options {
  readonly anyLibrary: boolean;
}

export function restoreCommands(
  context: WriteContext,
  maker: BackupMaker,
  exchange: Exchange,
): Answers<'backups.restore' | 'backups.restoreFile'> {
  const { db, dir, ports } = context;

  let isRestoring = false;

  async function restore(found: FoundBackup, { anyLibrary }: Options): Promise<Restored> {
    const id = findLibraryId(db) ?? '';
    if (!anyLibrary) assertSameLibrary(found, id);
    if (isRestoring) throw new LibraryError('library_busy', 'A backup is being restored already.');
    isRestoring = true;
    try {
      const { missingAssets } = await maker.stage({ path: found.path, id });
      // Made while everything goes on, so that there is little or nothing left to copy when everything waits.
      let before = await backupBefore(maker);
      let setAside: string | null = null;
      await exchange(async () => {
        before = await backupBefore(maker);
        setAside = before ? null : asideName(ports.clock.now());
        return () => putInPlace(dir, setAside);
      });
      return {
        backup: toBackup(found),
        before: before?.backup ?? null,
        setAside,
        missingAssets,
      };
    } finally {
      isRestoring = false;
      removeStaged(dir);
    }
  }

  return {
    'backups.restore': ({ name, ...options }) => restore(requireBackup(dir, name), options),
    'backups.restoreFile': ({ path, ...options }) => restore(requireBackupFile(path), options),
  };
}

/** @returns null where the library is too damaged to be copied: then its file stays as it is, under another name */
async function backupBefore(maker: BackupMaker): Promise<MadeBackup | null> {
  try {
    return await maker.make('before-restore');
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'library_damaged') return null;
    throw error;
  }
}
