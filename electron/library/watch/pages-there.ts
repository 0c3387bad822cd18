// The saved pages that lie in a folder now, each with what tells whether it is still being written.
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { companionEnds } from '#contract/saved-files.ts';

export interface PageThere {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly mtime: number;
  /** Names of the folders of its files. */
  readonly companions: readonly string[];
  /** The same in two looks: nobody writes at it, nor at its files. */
  readonly shape: string;
}

/** What browsers and SingleFile save whole. A folder of downloads holds many PDFs and texts that are no articles. */
const SAVED_PAGE = /\.(?:x?html?|xht|mhtml?|webarchive)$/i;
/** Beside what is still on its way. */
const partial = ['.part', '.crdownload', '.download', '.tmp'] as const;

/** @throws an error of the file system where nobody can look into the folder */
export async function pagesThere(dir: string): Promise<PageThere[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name));
  const folders = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  const pages: PageThere[] = [];
  for (const entry of entries) {
    const { name } = entry;
    // Links are no saved pages, and may lead anywhere.
    if (!entry.isFile() || name.startsWith('.') || !SAVED_PAGE.test(name)) continue;
    if (partial.some((ending) => names.has(name + ending))) continue;
    const path = join(dir, name);
    const found = await sizeOf(path);
    if (!found || found.size === 0) continue;
    const base = name.replace(SAVED_PAGE, '');
    const companions = companionEnds
      .map((end) => base + end)
      .filter((folder) => folders.has(folder));
    let shape = `${found.size} ${found.mtime}`;
    for (const folder of companions) shape += ` ${await shapeOf(join(dir, folder))}`;
    pages.push({ path, name, companions, ...found, shape });
  }
  return pages.sort((one, other) => one.mtime - other.mtime);
}

/** Null where it is gone meanwhile. */
async function sizeOf(path: string): Promise<{ size: number; mtime: number } | null> {
  try {
    const { size, mtimeMs } = await lstat(path);
    return { size, mtime: Math.floor(mtimeMs) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function shapeOf(folder: string): Promise<string> {
  let [count, bytes, last] = [0, 0, 0];
  for (const name of await readdir(folder)) {
    const found = await sizeOf(join(folder, name));
    if (!found) continue;
    // A file that is only begun: the next look will find it longer.
    if (partial.some((ending) => name.endsWith(ending))) return `${folder} open ${found.size}`;
    count++;
    bytes += found.size;
    last = Math.max(last, found.mtime);
  }
  return `${count} ${bytes} ${last}`;
}
