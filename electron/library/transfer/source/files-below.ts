// All files of a folder and of the folders in it. Links are not followed: one could lead anywhere, or in a circle.
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { refuseAborted } from './entry-bytes.ts';
import { FileEntry } from './file-entry.ts';
import { isOfTheSystem, MAX_SOURCE_ENTRIES } from './source-limits.ts';

export async function filesBelow(
  folder: string,
  signal: AbortSignal,
): Promise<{ entries: FileEntry[]; refused: { place: string; problem: Problem }[] }> {
  const entries: FileEntry[] = [];
  const refused: { place: string; problem: Problem }[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for await (const found of await opendir(join(folder, below))) {
      refuseAborted(signal);
      const path = below === '' ? found.name : `${below}/${found.name}`;
      if (isOfTheSystem(path)) continue;
      if (found.isDirectory()) waiting.push(path);
      else if (found.isFile()) {
        if (entries.length >= MAX_SOURCE_ENTRIES) {
          throw new LibraryError('too_large', 'The folder holds more files than Lectern looks at.');
        }
        const file = join(folder, path);
        entries.push(new FileEntry(file, path, (await stat(file)).size));
      } else {
        const message = 'Links and devices in a folder are not followed.';
        refused.push({ place: path.slice(0, 300), problem: { code: 'not_allowed', message } });
      }
    }
  }
  return { entries, refused };
}
