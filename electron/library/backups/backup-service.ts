// Answers the calls about backups.
import type { Answers, ReadContext } from '../context.ts';
import { backupFolder } from './backup-files.ts';
import type { BackupMaker } from './backup-maker.ts';
import { toBackup } from './backup-row.ts';
import { lookThrough } from './find-backups.ts';

export function backupQueries({ dir }: ReadContext): Answers<'backups.list'> {
  return {
    'backups.list'() {
      const { backups, broken } = lookThrough(backupFolder(dir));
      return {
        backups: backups.map(toBackup),
        broken: broken.map(({ name, bytes }) => ({ name, bytes })),
      };
    },
  };
}

export function backupCommands(maker: BackupMaker): Answers<'backups.make'> {
  return { 'backups.make': () => maker.make('by-hand') };
}
