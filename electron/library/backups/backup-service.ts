// Answers the calls about backups.
import type { Answers, ReadContext } from '../context.ts';
import { backupFolder } from './backup-files.ts';
import type { BackupMaker } from './backup-maker.ts';
import { toBackup } from './backup-row.ts';
import { compareBackup } from './compare-backup.ts';
import { lookThrough } from './find-backups.ts';
import { requireBackup, requireBackupFile } from './locate-backup.ts';

export function backupQueries({
  db,
  dir,
}: ReadContext): Answers<'backups.list' | 'backups.preview' | 'backups.previewFile'> {
  return {
    'backups.list'() {
      const { backups, broken } = lookThrough(backupFolder(dir));
      return {
        backups: backups.map(toBackup),
        broken: broken.map(({ name, bytes }) => ({ name, bytes })),
      };
    },
    'backups.preview': ({ name }) => compareBackup(db, requireBackup(dir, name)),
    'backups.previewFile': ({ path }) => compareBackup(db, requireBackupFile(path)),
  };
}

export function backupCommands(maker: BackupMaker): Answers<'backups.make'> {
  return { 'backups.make': () => maker.make('by-hand') };
}
