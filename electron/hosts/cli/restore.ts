// lectern restore: lets a backup take the place of the library, also of one that cannot be opened any more.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { BackupName, type Restored } from '#contract/types/backup.ts';
import type { LibraryClient } from '../local-client.ts';
import type { CommandRun } from './commands.ts';
import { readLibrary, writeLibrary } from './library-access.ts';
import { backupLine, many, printDifference } from './print-backup.ts';

/** By its name among the library's own, or a file wherever it lies. */
type Wanted = { readonly name: BackupName } | { readonly path: string };

export async function runRestore(run: CommandRun) {
  const { invocation, libraryDir, json, output, signal } = run;
  const wanted = readWanted(invocation.operands[0] ?? '');
  if (invocation.options.has('dry-run')) {
    const difference = await readLibrary(libraryDir, (client) =>
      'name' in wanted
        ? client['backups.preview'](wanted, signal)
        : client['backups.previewFile'](wanted, signal),
    );
    if (json) output.json(difference);
    else printDifference(difference, output);
    return 0;
  }
  const restored = await restore(run, wanted);
  if (json) output.json(restored);
  else {
    const { backup, before, setAside, missingAssets } = restored;
    output.line(`restored ${backupLine(backup, output.style)}`);
    if (before) output.line(`before   ${backupLine(before, output.style)}`);
    if (setAside) output.line(`What was there before stays in “${setAside}”.`);
    if (missingAssets > 0) {
      output.line(`${many(missingAssets, 'page or picture')} could not be brought back.`);
    }
  }
  return 0;
}

function readWanted(text: string): Wanted {
  const name = BackupName.safeParse(text);
  return name.success && !existsSync(text) ? { name: name.data } : { path: resolve(text) };
}

async function restore({ libraryDir, invocation, signal }: CommandRun, wanted: Wanted) {
  const anyLibrary = invocation.options.has('other-library');
  let isOpen = false;
  const inLibrary = (client: LibraryClient): Promise<Restored> => {
    isOpen = true;
    return 'name' in wanted
      ? client['backups.restore']({ ...wanted, anyLibrary }, signal)
      : client['backups.restoreFile']({ ...wanted, anyLibrary }, signal);
  };
  try {
    return await writeLibrary(libraryDir, { create: false }, inLibrary);
  } catch (error) {
    if (isOpen || !(error instanceof LibraryError) || !cannotOpen.has(error.code)) throw error;
    const { restoreUnopened } = await import('#library/restore-unopened.ts');
    return restoreUnopened({ dir: libraryDir, now: Date.now(), ...wanted });
  }
}

/** There is none, or it is damaged beyond opening: what a backup is for. */
const cannotOpen: ReadonlySet<string> = new Set(['not_found', 'library_damaged']);
