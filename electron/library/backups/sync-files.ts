// What was written survives a power cut, and is what it should be; in threads, and while a library is opened, where nobody else
// waits.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1024 * 1024;

export function syncFileSync(path: string): void {
  // Windows syncs only what it could write.
  const file = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Names are only as durable as the folder that holds them; on Windows the file system sees to that by itself. */
export function syncFolderSync(path: string): void {
  if (process.platform !== 'win32') syncFileSync(path);
}

/** SHA-256 in hex, of a file of any size. */
export function hashOfFileSync(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let read = CHUNK_BYTES; read > 0; ) {
      read = readSync(file, chunk, 0, CHUNK_BYTES, null);
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
