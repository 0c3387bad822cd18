// Writes a file in pieces of a sensible size, and has it on the disk for good before it is closed.
import { open } from 'node:fs/promises';
import { type FileSink, toBytes } from './sink.ts';

const BUFFER_BYTES = 256 * 1024;

export interface FileWriter extends FileSink {
  /** Where the next piece goes. */
  position(): number;
  /** Writes over what was written before, within what is there. */
  patch(bytes: Uint8Array, at: number): Promise<void>;
  /** Everything is on the disk when it resolves. */
  close(): Promise<void>;
  /** For a file that is given up. */
  abandon(): Promise<void>;
}

/** Makes the file, which must not be there. @throws an error of the file system */
export async function openFileWriter(path: string): Promise<FileWriter> {
  const file = await open(path, 'wx', 0o600);
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let position = 0;

  async function flush(): Promise<void> {
    if (waitingBytes === 0) return;
    const bytes = waiting.length === 1 ? (waiting[0] ?? new Uint8Array()) : Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    await writeAll(bytes, position - bytes.byteLength);
  }

  async function writeAll(bytes: Uint8Array, from: number): Promise<void> {
    for (let done = 0; done < bytes.byteLength; ) {
      const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, from + done);
      done += bytesWritten;
    }
  }

  return {
    position: () => position,
    async write(piece) {
      const bytes = toBytes(piece);
      waiting.push(bytes);
      waitingBytes += bytes.byteLength;
      position += bytes.byteLength;
      if (waitingBytes >= BUFFER_BYTES) await flush();
    },
    async patch(bytes, at) {
      await flush();
      await writeAll(bytes, at);
    },
    async close() {
      try {
        await flush();
        await file.sync();
      } finally {
        await file.close();
      }
    },
    abandon: () => file.close().catch(() => undefined),
  };
}
