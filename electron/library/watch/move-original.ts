// Puts a page that was clipped, and the folders of its files, out of the way: under their own names, since the page names them.
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PageThere } from './pages-there.ts';

const CLIPPED = 'Clipped';

/** @throws an error of the file system; what was moved by then is beside the rest of it */
export async function moveOriginal({ path, name, companions }: PageThere): Promise<void> {
  const dir = dirname(path);
  const names = [name, ...companions];
  let to = join(dir, CLIPPED);
  // Never over what is there: pages of one name are kept apart by a folder each.
  for (let at = 2; names.some((one) => existsSync(join(to, one))); at++) {
    to = join(dir, CLIPPED, String(at));
  }
  await mkdir(to, { recursive: true });
  // The page last: as long as it is here, it is found again.
  for (const one of [...companions, name]) await rename(join(dir, one), join(to, one));
}
