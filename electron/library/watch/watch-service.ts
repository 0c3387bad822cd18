// Answers the calls about the watched folder.
import { basename } from 'node:path';
import type { WatchState } from '#contract/types/watch.ts';
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import { type ReadDb, transaction } from '../storage/database.ts';
import type { FolderWatcher } from './folder-watcher.ts';
import {
  assertWatchable,
  findWatchedFolder,
  putWatchedFolder,
  watchProblem,
} from './watched-folder.ts';
import { countClipped, findFailed } from './watched-repo.ts';

export function watchQueries({ db }: ReadContext): Answers<'watch.state'> {
  return { 'watch.state': () => stateOf(db) };
}

export function watchCommands(
  { db, dir: libraryDir, emit }: Pick<WriteContext, 'db' | 'dir' | 'emit'>,
  watcher: FolderWatcher,
): Answers<'watch.set' | 'watch.look'> {
  return {
    'watch.set': ({ dir, end }) => {
      const now = findWatchedFolder(db);
      if (dir !== undefined && dir !== null) assertWatchable(dir, libraryDir);
      const next = { dir: dir === undefined ? now.dir : dir, end: end ?? now.end };
      transaction(db, () => putWatchedFolder(db, next));
      emit({ kind: 'changed', topics: ['watch'] });
      watcher.look();
      return stateOf(db);
    },
    'watch.look': () => watcher.look(),
  };
}

function stateOf(db: ReadDb): WatchState {
  const { dir, end } = findWatchedFolder(db);
  return {
    dir,
    end,
    problem: dir === null ? null : watchProblem(dir),
    clipped: countClipped(db),
    // Of a folder that nobody watches any more there is nothing to be done.
    failed:
      dir === null
        ? []
        : findFailed(db).map(({ path, ...rest }) => ({ name: basename(path), ...rest })),
  };
}
