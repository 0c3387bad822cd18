// A disk without room.
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

/** A file that takes all room there is, to the last block. */
export function fillUp(file: string): void {
  const handle = openSync(file, 'w');
  for (let size = 1024 * 1024; size >= 512; size /= 2) {
    try {
      for (;;) writeSync(handle, randomBytes(size));
    } catch {
      // No room for so much: it goes on with half of it.
    }
  }
  closeSync(handle);
}
