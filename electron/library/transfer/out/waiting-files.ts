// Exports for windows that know no paths: files in a folder of the library, which a host hands over once and then removes.
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExportFile, ExportFile as Name } from '#contract/types/export.ts';

const FOLDER = 'exports';

/** What nobody has come for by then is no longer waited for. */
const KEPT_MS = 24 * 60 * 60 * 1000;

export const waitingFile = (libraryDir: string, name: ExportFile): string =>
  join(libraryDir, FOLDER, name);

/** Makes the folder, and removes what has waited too long, or was never finished. */
export async function openWaitingFiles(libraryDir: string, now: number): Promise<void> {
  const folder = join(libraryDir, FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && now - found.mtimeMs > KEPT_MS) await rm(path, { recursive: true, force: true });
  }
}

export const waitingName = (uid: string, ending: string): ExportFile =>
  Name.parse(`${uid}.${ending}`);
