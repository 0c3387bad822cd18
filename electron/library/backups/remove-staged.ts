import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { NEXT_DATABASE_FILE } from '../storage/library-files.ts';

/** Also what a crash left of another time. */
export function removeStaged(dir: string): void {
  for (const ending of ['', '-wal', '-shm']) {
    rmSync(join(dir, `${NEXT_DATABASE_FILE}${ending}`), { force: true });
  }
}
