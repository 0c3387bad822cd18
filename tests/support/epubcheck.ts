// What epubcheck says of a book; null where there is none on this machine, and none could be installed.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { findEpubcheck } from '../../scripts/epubcheck.mjs';

const found = findEpubcheck();
export const hasEpubcheck = found !== undefined;
if (!found) console.warn('Books are not checked: no epubcheck here, and none could be installed.');

/** @returns everything that it says, errors and warnings among it */
export function epubcheck(book: string): string {
  const file = realpathSync(found ?? '');
  // Debian's is the archive itself, which only some systems start by its name; others have a script.
  const [command, args] = isArchive(file) ? ['java', ['-jar', file, book]] : [file, [book]];
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  return `${stdout}${stderr}`;
}

function isArchive(file: string): boolean {
  const head = Buffer.alloc(2);
  const opened = openSync(file, 'r');
  readSync(opened, head, 0, 2, 0);
  closeSync(opened);
  return head.toString('latin1') === 'PK';
}
