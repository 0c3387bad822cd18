// Answers the calls about backups.
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import type { BackupMaker } from './backup-maker.ts';
import { compareBackup } from './compare-backup.ts';
import { listBackups } from './list-backups.ts';
import { requireBackup, requireBackupFile, requireFile } from './locate-backup.ts';

export function backupQueries({
  db,
  dir,
}: ReadContext): Answers<'backups.list' | 'backups.preview' | 'backups.previewFile'> {
  return {
    'backups.list': () => listBackups(db, dir),
    'backups.preview': ({ name }) => compareBackup(db, requireBackup(dir, name)),
    'backups.previewFile': ({ path }) => compareBackup(db, requireBackupFile(path)),
  };
}

export function backupCommands(
  { db, dir }: WriteContext,
  maker: BackupMaker,
): Answers<'backups.make' | 'backups.remove' | 'backups.copyTo' | 'backups.setFolder'> {
  return {
    'backups.make': () => maker.make('by-hand'),
    'backups.remove': ({ name }) => maker.remove(requireFile(dir, name)),
    'backups.copyTo': ({ name, dir: to }) => maker.copy(requireBackup(dir, name).path, to),
    async 'backups.setFolder'({ dir: folder }) {
      await maker.setFolder(folder);
      return listBackups(db, dir);
    },
  };
}
