// What was written survives a power cut; in threads, and while a library is opened, where nobody else waits.
import { closeSync, fsyncSync, openSync } from 'node:fs';

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
