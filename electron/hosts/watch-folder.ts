// Tells of changes in a folder, as far as this machine's system does.
import { watch } from 'node:fs';
import type { WatchFolder } from '#library/ports.ts';

/** @throws an error of the file system */
export const watchFolder: WatchFolder = (dir, onChange) => {
  const watcher = watch(dir, { persistent: false }, onChange);
  // A disk that was taken away: whoever listens looks for themselves as well.
  watcher.on('error', () => watcher.close());
  return { close: () => watcher.close() };
};
