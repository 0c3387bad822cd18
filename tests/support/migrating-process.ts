// A process that brings a library up to date until it is killed. With `torn` it does so without transactions, the
// control of the tests that look for half a migration.
import { join } from 'node:path';
import { openLibrary } from '#library/open-library.ts';
import { openWriter } from '#library/storage/database.ts';
import { schemaVersion } from '#library/storage/migrate.ts';
import { migrations } from '#library/storage/migrations/list.ts';
import { makePorts, testLog } from './make-ports.ts';

const [, , dir = '', torn] = process.argv;
const ready = () => process.send?.('ready');
if (torn === 'torn') {
  ready();
  const db = openWriter(join(dir, 'library.sqlite'));
  db.pragma('foreign_keys = OFF');
  for (const { version, up } of migrations) {
    if (version <= schemaVersion(db)) continue;
    if (typeof up === 'string') db.exec(up);
    else up(db);
    db.pragma(`user_version = ${version}`);
  }
} else {
  // The migrations are what is killed, not the copy that is made before.
  const log = testLog();
  let isTold = false;
  const info = (line: string) => {
    if (line.startsWith('migration') && !isTold) ready();
    isTold ||= line.startsWith('migration');
  };
  await openLibrary({ dir, ports: makePorts({ log: { ...log, info } }) });
}
await new Promise((told) => process.send?.('done', told));
setInterval(() => undefined, 1000);
