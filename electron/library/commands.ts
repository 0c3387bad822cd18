// Every command of the contract with its handler, room by room. Runs in the owner's thread alone.
import { join } from 'node:path';
import { libraryContract } from '#contract/library.ts';
import { articleCommands } from './articles/article-commands.ts';
import { type BackupMaker, backupMaker } from './backups/backup-maker.ts';
import { backupCommands } from './backups/backup-service.ts';
import { type Exchange, restoreCommands } from './backups/restore-commands.ts';
import { blockCommands } from './blocks/block-commands.ts';
import { blockAnswers } from './blocks/show-blocks.ts';
import { callsOf } from './calls.ts';
import { repairCommands } from './check/repair-service.ts';
import { assetKeeper, clearLeft } from './clip/asset-keeper.ts';
import { clipCommands } from './clip/clip-service.ts';
import { collectionCommands } from './collections/collection-service.ts';
import { memberCommands } from './collections/member-commands.ts';
import type { Answers, CommandName, WriteContext } from './context.ts';
import { duplicateCommands } from './duplicates/duplicate-commands.ts';
import { highlightCommands } from './highlights/highlight-commands.ts';
import { clipJobs } from './jobs/clip-jobs.ts';
import { type JobRunner, jobRunner } from './jobs/job-runner.ts';
import { journalCommands } from './journal/journal-service.ts';
import { networkDoor } from './network/network-door.ts';
import { networkCommands } from './network/network-service.ts';
import { noteCommands } from './notes/note-service.ts';
import { pictureCommands } from './pictures/picture-commands.ts';
import { readingCommands } from './reading/reading-commands.ts';
import { savedSearchCommands } from './saved-searches/saved-search-service.ts';
import { indexCommands } from './search/index-commands.ts';
import { type IndexKeeper, indexKeeper } from './search/index-keeper.ts';
import { settingsCommands } from './settings/settings-service.ts';
import { originalCommands } from './snapshots/original.ts';
import { reExtractionCommands } from './snapshots/re-extract.ts';
import { snapshotCommands } from './snapshots/snapshot-commands.ts';
import { openReader } from './storage/database.ts';
import { DATABASE_FILE } from './storage/library-files.ts';
import { tagOrderCommands } from './tags/tag-order.ts';
import { tagCommands } from './tags/tag-service.ts';
import { type ImportRunner, importRunner } from './transfer/in/engine/import-runner.ts';
import { importCommands } from './transfer/in/import-service.ts';
import { exportCommands } from './transfer/out/export-commands.ts';
import { type TrashKeeper, trashKeeper } from './trash/trash-keeper.ts';
import { trashCommands } from './trash/trash-service.ts';
import { storageCommands } from './usage/use-service.ts';
import { type FolderWatcher, folderWatcher } from './watch/folder-watcher.ts';
import { watchCommands } from './watch/watch-service.ts';

export const commandContract = callsOf(libraryContract, 'command');

export interface LibraryCommands {
  readonly answers: Answers<CommandName>;
  readonly jobs: JobRunner;
  readonly index: IndexKeeper;
  readonly backups: BackupMaker;
  readonly trash: TrashKeeper;
  readonly imports: ImportRunner;
  readonly watcher: FolderWatcher;
  /** What a crash left of clips is gone. */
  readonly cleared: Promise<void>;
}

/** @param exchange how a backup takes the place of what is open */
export function libraryCommands(given: WriteContext, exchange: Exchange): LibraryCommands {
  const network = networkDoor(given);
  // Whatever a room fetches goes through the door.
  const context = { ...given, ports: { ...given.ports, fetcher: network.fetcher } };
  const openHold = assetKeeper(context);
  const cleared = clearLeft(context, openHold);
  const jobs = jobRunner(context, network);
  const clips = clipCommands(context, openHold, () => jobs.look());
  const index = indexKeeper(context);
  const backups = backupMaker(context);
  const imports = importRunner(context, openHold, jobs);
  const journal = journalCommands(context, openHold);
  const watcher = folderWatcher(context, clips['clip.fromPath']);
  const answers = {
    ...clips,
    // Addresses come before pictures.
    ...clipJobs(context, clips['clip.fromUrl'], jobs),
    ...pictureCommands(context, openHold, jobs),
    ...articleCommands(context),
    ...trashCommands(context, openHold),
    ...blockAnswers(context),
    ...blockCommands(context, openHold),
    ...snapshotCommands(context, openHold),
    ...originalCommands(context),
    ...reExtractionCommands(context, openHold),
    ...duplicateCommands(context),
    ...readingCommands(context),
    ...highlightCommands(context),
    ...noteCommands(context),
    ...tagCommands(context),
    ...tagOrderCommands(context),
    ...collectionCommands(context),
    ...memberCommands(context),
    ...savedSearchCommands(context),
    ...indexCommands(context, index),
    ...backupCommands(context, backups),
    ...restoreCommands(context, backups, exchange),
    ...journal,
    ...importCommands(context, { runner: imports, backups, undo: journal['journal.undo'] }),
    ...watchCommands(context, watcher),
    ...networkCommands(context),
    ...settingsCommands(context, ({ network: isOn }) => {
      if (isOn === undefined) return;
      network.turned();
      jobs.wake();
    }),
    ...exportCommands({
      ...context,
      readOnly: false,
      now: () => context.ports.clock.now(),
      openState: () => {
        const db = openReader(join(context.dir, DATABASE_FILE));
        return { db, close: () => void db.close() };
      },
    }),
    ...repairCommands(context, openHold),
    ...storageCommands(context, openHold),
  };
  const trash = trashKeeper(context, openHold);
  return { answers, jobs, index, backups, trash, imports, watcher, cleared };
}
