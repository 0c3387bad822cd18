// lectern backups: lists them, the last made first; with --second every backup is copied to another folder as well from now on.
import { resolve } from 'node:path';
import { UsageError } from './arguments.ts';
import type { CommandRun } from './commands.ts';
import { readLibrary, writeLibrary } from './library-access.ts';
import { backupLine } from './print-backup.ts';

export async function runBackups({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { options } = invocation;
  const folder = options.text('second');
  if (folder !== undefined && options.has('no-second')) {
    throw new UsageError('--second and --no-second are two things: do one of them.', 'backups');
  }
  const dir = folder === undefined ? null : resolve(folder);
  const list =
    dir !== null || options.has('no-second')
      ? await writeLibrary(libraryDir, { create: false }, (client) =>
          client['backups.setFolder']({ dir }, signal),
        )
      : await readLibrary(libraryDir, (client) => client['backups.list']({}, signal));
  if (json) output.json(list);
  else {
    for (const backup of list.backups) output.line(backupLine(backup, output.style));
    if (list.second) output.line(`Copied to “${list.second.dir}” as well: ${list.second.count}.`);
  }
  for (const { name } of list.broken) {
    output.problem({ code: 'library_damaged', message: 'It cannot be read.' }, name);
  }
  if (list.problem) output.problem(list.problem, 'no newer backup');
  if (list.second?.problem) output.problem(list.second.problem, 'second folder');
  return list.broken.length > 0 || list.problem || list.second?.problem ? 1 : 0;
}
