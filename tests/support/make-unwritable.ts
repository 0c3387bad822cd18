// A library's folder in which nobody can write, for root as well.
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * Root may write in any folder; but where a folder has the place of the lock, nobody can take it.
 * @returns how to make it writable again; at the end of the test it is anyway
 */
export function makeUnwritable(dir: string): () => void {
  const lock = join(dir, 'owner.lock');
  rmSync(lock, { force: true });
  mkdirSync(lock);
  chmodSync(dir, 0o555);
  onTestFinished(() => chmodSync(dir, 0o755));
  return () => {
    chmodSync(dir, 0o755);
    rmSync(lock, { recursive: true });
  };
}
