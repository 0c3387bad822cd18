// lectern backup: makes a backup of the library, and with --to a copy of it in another folder as well.
import { resolve } from 'node:path';
import type { CommandRun } from './commands.ts';
import { writeLibrary } from './library-access.ts';
import { backupLine } from './print-backup.ts';

export async function runBackup({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const to = invocation.options.text('to');
  const made = await writeLibrary(libraryDir, { create: false }, async (client) => {
    const { backup, ...rest } = await client['backups.make']({}, signal);
    if (to !== undefined) {
      await client['backups.copyTo']({ name: backup.name, dir: resolve(to) }, signal);
    }
    return { backup, ...rest };
  });
  if (json) output.json(made);
  else {
    output.line(backupLine(made.backup, output.style));
    if (!made.isNew) output.line('Nothing has changed since; no other was made.');
  }
  if (made.second) output.problem(made.second, 'second folder');
  return made.second ? 1 : 0;
}
