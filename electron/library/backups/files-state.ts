// Whether a library changed since it was last looked at, told by its files: what is committed has written to one of them.
// Nothing in the library itself has to be kept for it, and a change by whatever program counts.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '../storage/library-files.ts';

/** Sizes and times of writing. An empty write-ahead log is as good as none, so that closing a library changes nothing. */
export function filesState(libraryDir: string): string {
  return [DATABASE_FILE, `${DATABASE_FILE}-wal`]
    .map((name) => statSync(join(libraryDir, name), { bigint: true, throwIfNoEntry: false }))
    .map((found) => (found && found.size > 0n ? `${found.size}/${found.mtimeNs}` : '-'))
    .join(' ');
}
