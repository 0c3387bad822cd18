// A process that makes one backup after the other until it is killed. With `direct` it writes them under their final name from
// the start: the control of tests that look for half ones.
import { join } from 'node:path';
import { backupFile, backupFolder, backupName } from '#library/backups/backup-files.ts';
import { writeBackup } from '#library/backups/write-backup.ts';
import { openReader } from '#library/storage/database.ts';

const [, , dir = '', direct] = process.argv;
const db = openReader(join(dir, 'library.sqlite'));
process.send?.('begun');
for (;;) {
  if (direct) {
    db.pragma('query_only = OFF');
    db.prepare('VACUUM INTO ?').run(backupFile(backupFolder(dir), backupName(Date.now())));
  } else {
    writeBackup(db, { dir, reason: 'daily', now: Date.now() });
  }
}
