// Which folder is watched, as it is kept among the settings, and whether one can look into it.
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { WatchEnd } from '#contract/types/watch.ts';
import { toProblem } from '../backups/second-folder.ts';
import { findStored, putStored } from '../settings/settings-repo.ts';
import type { ReadDb, WriteDb } from '../storage/database.ts';
import { isOfLibrary } from '../storage/library-files.ts';

export interface WatchedFolder {
  readonly dir: string | null;
  readonly end: WatchEnd;
}

export function findWatchedFolder(db: ReadDb): WatchedFolder {
  const stored = findStored(db, 'watch_folder') as { dir?: unknown; end?: unknown } | undefined;
  const dir = typeof stored?.dir === 'string' && isAbsolute(stored.dir) ? stored.dir : null;
  return { dir, end: stored?.end === 'move' ? 'move' : 'keep' };
}

export const putWatchedFolder = (db: WriteDb, folder: WatchedFolder): void =>
  putStored(db, 'watch_folder', folder);

/** @returns why nobody can look into it now; null where one can */
export function watchProblem(dir: string): Problem | null {
  try {
    if (!statSync(dir).isDirectory()) {
      return { code: 'unsupported_type', message: `“${dir}” is a file.` };
    }
    accessSync(dir, constants.R_OK | constants.X_OK);
    return null;
  } catch (error) {
    return toProblem(error, dir);
  }
}

/** @throws LibraryError invalid_input (no whole path, or part of the library), and why one cannot look into it */
export function assertWatchable(dir: string, libraryDir: string): void {
  if (!isAbsolute(dir)) {
    throw new LibraryError('invalid_input', 'The folder has to be named from the top of the disk.');
  }
  if (isOfLibrary(dir, libraryDir)) {
    throw new LibraryError(
      'invalid_input',
      'This folder is part of the library. Choose one into which a browser saves pages.',
    );
  }
  const problem = watchProblem(dir);
  if (problem) throw new LibraryError(problem.code, problem.message);
}
