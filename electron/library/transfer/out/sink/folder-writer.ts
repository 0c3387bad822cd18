// An export as a folder of files.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../../../storage/sync-folder.ts';
import { openFileWriter } from './file-writer.ts';
import type { FolderSink } from './sink.ts';

export interface FolderWriter extends FolderSink {
  /** The names of all files are on the disk for good when it resolves. */
  finish(): Promise<void>;
  bytes(): number;
}

/** @param root is there, and empty */
export function folderWriter(root: string): FolderWriter {
  const folders = new Set([root]);
  let bytes = 0;

  async function begin(path: string) {
    const whole = join(root, ...path.split('/'));
    const folder = dirname(whole);
    if (!folders.has(folder)) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      folders.add(folder);
    }
    return openFileWriter(whole);
  }

  return {
    async put(path, content) {
      const file = await begin(path);
      try {
        await file.write(content);
      } finally {
        await file.close();
      }
      bytes += file.position();
    },
    async open(path) {
      const file = await begin(path);
      return {
        write: file.write,
        async close() {
          await file.close();
          bytes += file.position();
        },
      };
    },
    async finish() {
      for (const folder of folders) await syncFolder(folder);
    },
    bytes: () => bytes,
  };
}
