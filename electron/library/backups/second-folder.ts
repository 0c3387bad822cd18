// The folder of the reader's choice to which every backup is copied as well.
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { LibraryError, toWire } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { findStored } from '../settings/settings-repo.ts';
import type { ReadDb } from '../storage/database.ts';
import { toStorageError } from '../storage/storage-error.ts';

export function findSecondFolder(db: ReadDb): string | null {
  const stored = findStored(db, 'backup_folder');
  return typeof stored === 'string' && stored !== '' ? stored : null;
}

/** @returns why nothing can be written there now; null where it can */
export function folderProblem(folder: string): Problem | null {
  try {
    if (!statSync(folder).isDirectory()) {
      return { code: 'unsupported_type', message: `“${folder}” is a file.` };
    }
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    return toProblem(error, folder);
  }
}

/** What went wrong in the folder, in a sentence. */
export function toProblem(error: unknown, folder: string): Problem {
  const explained = toStorageError(error, `the folder “${folder}”`);
  const { code, message } = toWire(explained);
  return {
    code,
    message: code === 'not_found' ? `“${folder}” is not there at the moment.` : message,
  };
}

/** @throws LibraryError invalid_input */
export function assertSecondFolder(folder: string, libraryDir: string): void {
  const inside = relative(libraryDir, folder);
  if (!isAbsolute(folder)) {
    throw new LibraryError('invalid_input', 'The folder has to be named from the top of the disk.');
  }
  if (inside !== '' && (inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside)))
    return;
  throw new LibraryError(
    'invalid_input',
    'This folder is part of the library, which has its backups already. Choose one on another disk.',
  );
}
