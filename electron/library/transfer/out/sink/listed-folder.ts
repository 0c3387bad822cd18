// A folder that notes of each file how long it is and what its content hashes to.
import { createHash } from 'node:crypto';
import { type FolderSink, toBytes } from './sink.ts';

export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ListedFolder extends FolderSink {
  readonly files: readonly ListedFile[];
}

export function listedFolder(folder: FolderSink): ListedFolder {
  const files: ListedFile[] = [];
  return {
    files,
    async put(path, content) {
      const bytes = toBytes(content);
      await folder.put(path, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      files.push({ path, bytes: bytes.byteLength, sha256 });
    },
    async open(path) {
      const file = await folder.open(path);
      const hash = createHash('sha256');
      let length = 0;
      return {
        async write(piece) {
          const bytes = toBytes(piece);
          hash.update(bytes);
          length += bytes.byteLength;
          await file.write(bytes);
        },
        async close() {
          await file.close();
          files.push({ path, bytes: length, sha256: hash.digest('hex') });
        },
      };
    },
  };
}
