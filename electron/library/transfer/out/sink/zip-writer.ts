// An export as a zip (PKWARE's APPNOTE), also beyond 4 GB and 65,535 files. The same files make the same zip.
import { promisify } from 'node:util';
import { crc32, createDeflateRaw, deflateRaw } from 'node:zlib';
import type { FileWriter } from './file-writer.ts';
import { type FolderSink, toBytes } from './sink.ts';
import {
  directoryEnd,
  directoryEntry,
  localHeader,
  patchedSizes,
  type ZipEntry,
} from './zip-records.ts';

const deflated = promisify<Uint8Array, Buffer>(deflateRaw);

/** Packed already. */
const PACKED = /\.(?:png|jpg|gif|webp|avif)$/;

/** What shrinks to almost nothing is taken for a bomb by whoever opens zips with care. */
const LEAST_SHARE = 1 / 100;

const isWorthIt = (packed: Uint8Array, bytes: Uint8Array): boolean =>
  packed.byteLength < bytes.byteLength && packed.byteLength > bytes.byteLength * LEAST_SHARE;

export interface ZipWriter extends FolderSink {
  /** As it is: what has to be found at the beginning of a file. */
  store(path: string, content: string): Promise<void>;
  /** The file is still to be closed. */
  finish(): Promise<void>;
}

export function zipWriter(file: FileWriter): ZipWriter {
  const entries: ZipEntry[] = [];

  async function add(path: string, bytes: Uint8Array, packed: Uint8Array | null): Promise<void> {
    const entry: ZipEntry = {
      path,
      offset: file.position(),
      isDeflated: packed !== null,
      isStreamed: false,
      checksum: crc32(bytes),
      packedSize: (packed ?? bytes).byteLength,
      size: bytes.byteLength,
    };
    await file.write(localHeader(entry));
    await file.write(packed ?? bytes);
    entries.push(entry);
  }

  return {
    store: (path, content) => add(path, toBytes(content), null),
    async put(path, content) {
      const bytes = toBytes(content);
      const packed = PACKED.test(path) ? null : await deflated(bytes);
      await add(path, bytes, packed && isWorthIt(packed, bytes) ? packed : null);
    },
    async open(path) {
      const offset = file.position();
      const begun = { path, offset, isDeflated: true, isStreamed: true } as const;
      await file.write(localHeader({ ...begun, checksum: 0, packedSize: 0, size: 0 }));
      const from = file.position();
      const deflate = createDeflateRaw();
      let checksum = 0;
      let size = 0;
      const written = (async () => {
        for await (const piece of deflate) await file.write(piece as Uint8Array);
      })();
      // Told by whoever closes it; until then nobody waits for it.
      written.catch(() => undefined);
      return {
        async write(piece) {
          const bytes = toBytes(piece);
          checksum = crc32(bytes, checksum);
          size += bytes.byteLength;
          if (!deflate.write(bytes)) {
            await Promise.race([new Promise((done) => deflate.once('drain', done)), written]);
          }
        },
        async close() {
          deflate.end();
          await written;
          const entry: ZipEntry = { ...begun, checksum, packedSize: file.position() - from, size };
          for (const { bytes, at } of patchedSizes(entry)) await file.patch(bytes, at);
          entries.push(entry);
        },
      };
    },
    async finish() {
      const offset = file.position();
      for (const entry of entries) await file.write(directoryEntry(entry));
      await file.write(directoryEnd(entries.length, offset, file.position() - offset));
    },
  };
}
